/**
 * The question types by name. Each has, without looking at the page:
 *   start                       the response before anything was done
 *   accepts(key, response)      whether this can be a response, as read from the store
 *   missing(key, response)      the wording key of what is still to do before checking, or ""
 *   decide(key, response)       {correct, share, parts, feedback, note}: share of the points where an answer can be right
 *                               in part, parts true, false or null by their numbers in the key, feedback the numbers
 *                               of the explanations to show, note [wording key, values] or null
 *   again(response, decided)    the response that a new attempt begins with
 *   answer(key, response)       the response that stands when the answer is shown
 * and on the page: read(root), write(root, response); where parts can be shuffled, shuffle(root, key, number); optionally
 * spoken(key, lang), the right answer in words,
 * mark, the beginning of the wording keys that tell right parts from wrong ones ("part" where there is none),
 * follow(root), what changes with each input, and explain(root, key, state, say), what only this type says of a state, in the
 * words of say(wording key, values).
 */
const questionTypes = {
  single: singleType,
  multiple: multipleType,
  blank: blankType,
  number: numberType,
  order: orderType,
  match: matchType,
  text: textType,
};
