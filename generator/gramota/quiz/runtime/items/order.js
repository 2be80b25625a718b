/** Things to put in order. Key: {order: [numbers of the things]}; the response lists them in the reader's order. */
const orderType = {
  start: null,
  mark: "place_",
  accepts: (key, response) => response === null || (isListOfPlaces(response, key.order.length) && response.length === key.order.length),
  missing: () => "",
  decide(key, response) {
    const given = response || key.order.map((_, place) => place);
    const parts = given.map((place, index) => place === key.order[index]);
    return decidedByParts(parts, given.filter((_, index) => !parts[index]), "note_places");
  },
  again: (response) => response,
  answer: (key) => key.order,
  read: (root) => orderItems(root).map((item) => Number(item.dataset.value)),
  write(root, response) {
    const list = root.querySelector("[data-order]");
    const items = orderItems(root).sort((one, other) => placeIn(response, one) - placeIn(response, other));
    items.forEach((item) => list.append(item));
    root.querySelector("[data-moved]").textContent = "";
  },
  shuffle(root, key, number) {
    const places = shuffledUnlike(key.order, number);
    orderItems(root).forEach((item) => { item.dataset.dealt = places.indexOf(Number(item.dataset.value)); });
    this.write(root, null);
  },
};

function orderItems(root) {
  return [...root.querySelectorAll("[data-order] > [data-value]")];
}

function placeIn(response, item) {
  const { value, dealt } = item.dataset;
  return response ? response.indexOf(Number(value)) : Number(dealt ?? value);
}

/** Moves the item by one place, false at either end; its neighbour is what moves, so that the item keeps the focus. */
function moveInOrder(item, step) {
  const neighbour = step < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!neighbour) return false;
  if (step < 0) item.after(neighbour); else item.before(neighbour);
  return true;
}
