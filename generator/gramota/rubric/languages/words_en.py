"""English word lists, folded (apostrophes dropped: don't is dont)."""

from gramota.rubric.languages.language import Language, rows, words

_MYTHS = "myth,misconception,fallacy"
_AGAINST_RULES = """
    against the rules,against our rules,against company rules,against the law,against policy,against our policy,
    against the policy,against company policy,
"""

ENGLISH = Language(
    free=words("""
        im ive youre youve theyre theyve weve hes shes thats whats heres theres
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
        hadnt mustnt neednt aint neither hardly scarcely unable
    """),
    noun_negators=words("without no instead"),
    echoes=words("nothing nobody nowhere none nor"),
    nobodies=words("nobody"),
    idioms=rows("""
        only,just,merely,simply,less than,lower than,least,to mention,forget,forgetting,forgets,
        wrong with,wrong about,wrong in,help but,stops me,stops us,prevents me,prevents us,keeps me,keeps us,
        matter what,matter how,matter who,matter where,matter when,matter if,matter which
    """),
    weakeners=words("if unless until whether lest"),
    bans=words("cannot"),
    modals=rows("able to"),
    dismissals=rows(
        _AGAINST_RULES
        + """
        necessary,needed,required,important,matter,mandatory,relevant,included,count,our product,my product,our job,
        my job,the product,part of,allowed,permitted,acceptable,appropriate,an option,a good idea,a solution,
        the solution,the answer,the way,the right way,worth it
    """
    ),
    verdicts=rows(
        _AGAINST_RULES
        + """
        irrelevant,unimportant,unnecessary,nonsense,useless,pointless,
        is forbidden,are forbidden,is prohibited,are prohibited,is banned,are banned,out of the question,
        is wrong,are wrong,was wrong,would be wrong,is a mistake,are a mistake,was a mistake,would be a mistake,
        is a bad idea,are a bad idea,would be a bad idea,is unacceptable,are unacceptable,is inappropriate,
        makes no sense,make no sense,is no use,is no good,are no use,is no solution,are no solution,no way,
        off limits
    """
    ),
    prohibitions=rows("""
        refuse to,refuses to,refused to,refusing to,decline to,declines to,declined to,declining to,
        avoid,avoids,avoided,avoiding,refrain from,refrains from,refrained from,refraining from,
        abstain from,abstains from,abstained from,abstaining from,steer clear of,steers clear of,
        forbidden to,forbidden from,prohibited from,prohibited to,banned from,forbid,forbids,prohibit,prohibits,
        fail to,fails to,failed to,failing to,cease to,ceases to,ceased to,unwilling to,unlikely to,
        hesitate to,hesitates to,hesitated to,hesitating to,shy away from,shies away from,shrink from,
        under no circumstances,in no circumstances,under no condition,under no conditions,in no case,in no event,
        in no way,on no account,at no time,at no point,by no means,no longer,no one,
        little sense,little point,no need,no use,no point,no sense,no good,no reason to,no reason for,no reason not,
        no reason why,no right to,no wish to,
        no desire to,no intention of,no intention to,no plans to,no plan to,no permission to,no authority to,
        no time to,no time for,no chance to,no chance of,no possibility to,no possibility of,no question of,
        no way to,no way i,no way we,no way will,no way would,
        mistake to,mistake not,wrong to,wrong not,bad idea to,bad idea not,foolish to,silly to,stupid to,unwise to,
        pointless to,useless to,senseless to,unnecessary to,impossible to,illegal to,unethical to,unprofessional to,
        inappropriate to,unacceptable to,unreasonable to,
        too late to,too early to,too soon to,too busy to,too lazy to,too shy to,too proud to,
        against any,against the idea of,opposed to any,opposed to the idea of
    """),
    alternatives=rows("rather than,anything but"),
    ceasings=rows("""
        against,opposed to,oppose,opposes,stop,stops,stopped,stopping,quit,quits,cease,ceases,ceased,skip,skips,
        skipped,skipping,refuse,refuses,refused,resist,resists,keep away from,keeps away from,stay away from,
        stays away from,far from,mind,object to,objects to
    """),
    gerund="ing",
    qualms=rows(
        _AGAINST_RULES
        + """
        wait to,hurt to,go wrong,afraid to,afraid of,scared to,scared of,ashamed to,ashamed of,
        embarrassed to,fear to,shy of,shy about,lazy to,
        hard to,difficult to,a problem to,uncommon to,unusual to
    """
    ),
    pronouns=words("it they this that"),
    subjects=words("i we he she they im ive ill youre youll weve well hes shes theyre theyve theyll"),
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
        "i doubt,we doubt,"
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
