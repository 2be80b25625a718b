"""English word lists, folded (apostrophes dropped: don't is dont)."""

from gramota.rubric.languages.language import Language, rows, words

_MYTHS = "myth,misconception,fallacy"

ENGLISH = Language(
    free=words("""
        a an the and or but so as if then than that this these those of to in on at by for from with without into
        onto over under about between within not no nor is are was were be been being am do does did has have had
        will would can could shall should may might must i we you he she it they me us him her them my our your his
        its their who which what when where there here very just only even also too each every all any some
    """),
    abbreviations=words("e g i eg ie etc mr mrs ms dr vs no approx dept inc ltd co"),
    breaks=words("but however whereas"),
    turns=words("rather instead"),
    openers=words("because if when while unless until although"),
    bridges={"but": words("also even"), "rather": words("than"), "instead": words("of")},
    joins=words("and so then"),
    negators=words("""
        not never cannot dont doesnt didnt cant wont isnt arent wasnt werent shouldnt couldnt wouldnt hasnt havent
        hadnt mustnt neednt aint neither hardly unable
    """),
    noun_negators=words("without no instead"),
    echoes=words("nothing nobody nowhere none nor"),
    nobodies=words("nobody"),
    idioms=rows("only,just,merely,simply,less than,lower than,least,to mention,forget,forgetting,forgets"),
    weakeners=words("if unless until whether lest"),
    bans=words("cannot"),
    modals=rows("able to"),
    dismissals=rows("""
        necessary,needed,required,important,matter,mandatory,relevant,included,count,our product,my product,our job,
        my job,the product,part of,allowed,an option
    """),
    verdicts=rows("""
        does not matter,irrelevant,unimportant,unnecessary,nonsense,useless,pointless,
        is forbidden,are forbidden,is prohibited,out of the question,is wrong,is a mistake,no way
    """),
    prohibitions=rows("""
        refuse to,refuses to,refused to,refusing to,avoid,avoids,avoided,avoiding,refrain from,forbidden to,
        forbidden from,prohibited from,banned from,forbid,forbids,fail to,fails to,failed to
    """),
    pronouns=words("it they this that"),
    subjects=words("i we he she they"),
    pronoun_objects=words("it them him her us me you this that these those"),
    links=words("that which it they who whom"),
    own=rows("i think,i believe,i say,i would,i claim,i argue,we think,we believe,we say,we would"),
    crowd=words("many some others people everyone everybody colleagues beginners newcomers most once"),
    opinions=words(
        "think thinks thought believe believes believed say says said claim claims claimed assume assumes "
        "assumed argue supposed " + _MYTHS.replace(",", " ")
    ),
    allegedly=words("allegedly supposedly"),
    as_words=words("as"),
    that_words=words("that"),
    that_may_be_left_out=True,
    thus=rows("so"),
    disbeliefs=rows(
        "dont think,do not think,dont believe,do not believe,dont agree,disagree,untrue,wrong,false,not true," + _MYTHS
    ),
    retractions=rows("no wait,wait no,scratch that,just kidding,kidding,i mean no,my mistake"),
    noes=rows("no,oh no,of course not,certainly not,not at all,no way,never,by no means,nope"),
    empties=rows("""
        dont know,do not know,no idea,not sure,see the letter,see letter,written in the letter,all in the letter,
        look it up,as in the letter,as the letter says,no answer,
        cant remember,do not remember,dont remember,did not read,didnt read,i pass,skip this,no comment,not applicable
    """),
    rebuttals=rows(
        """
        not true,not so,not the case,wrong,false,mistake,mistaken,untrue,nonsense,disagree,in fact,actually,
        on the contrary,incorrect,isnt true,isnt so,isnt the case,
    """
        + _MYTHS
    ),
    approvals=rows("i agree,they are right,is true,thats true,that is so,rightly,are correct"),
)
