"""English word lists, folded (apostrophes dropped: don't is dont)."""

from gramota.rubric.language import Language


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _rows(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(row.split()) for row in text.split(","))


ENGLISH = Language(
    free=_set("""
        a an the and or but so as if then than that this these those of to in on at by for from with without into onto over
        under about between within not no nor is are was were be been being am do does did has have had will would can could
        shall should may might must i we you he she it they me us him her them my our your his its their who which what when
        where there here very just only even also too each every all any some
    """),
    abbreviations=_set("e g i eg ie etc mr mrs ms dr vs no approx dept inc ltd co"),
    breaks=_set("but however whereas"),
    turns=_set("rather instead"),
    bridges={"but": _set("also even"), "rather": _set("than"), "instead": _set("of")},
    joins=_set("and"),
    negators=_set("""
        not never cannot dont doesnt didnt cant wont isnt arent wasnt werent shouldnt couldnt wouldnt hasnt havent hadnt mustnt
        neednt aint neither hardly unable
    """),
    noun_negators=_set("without no"),
    echoes=_set("nothing nobody nowhere none nor"),
    attached="",
    idioms=_rows("only,just,merely,simply,less than,lower than,least,to mention,forget,forgetting,forgets"),
    weakeners=_set("if unless until whether lest"),
    modals=_rows("able to"),
    dismissals=_rows("""
        necessary,needed,required,important,matter,mandatory,relevant,included,count,our product,my product,our job,my job,
        the product,part of,allowed,an option
    """),
    verdicts=_rows("does not matter,irrelevant,unimportant,unnecessary,nonsense,useless,pointless"),
    pronouns=_set("it they this that"),
    absences=frozenset(),
    verb_endings=(),
    crowd=_set("many some others people everyone everybody colleagues beginners newcomers most once"),
    opinions=_set("think thinks thought believe believes believed say says said claim claims claimed assume assumes assumed argue "
                  "supposed myth"),
    allegedly=_set("allegedly supposedly"),
    as_words=_set("as"),
    that_words=_set("that"),
    rebuttals=_rows("""
        not true,not so,not the case,wrong,false,mistake,mistaken,a myth,untrue,nonsense,disagree,in fact,actually,on the contrary,
        incorrect,isnt true,isnt so,isnt the case
    """),
    approvals=_rows("i agree,they are right,is true,thats true,that is so,rightly,are correct"),
)
