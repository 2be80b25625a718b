"""German word lists, folded. A negation stands after its verb and object as often as before them: see `nones`.

The lists are written by hand; unlike the Russian ones they have seen no marked answers yet.
"""

from gramota.rubric.languages.language import Language, rows, words

_MYTHS = "mythos,irrtum,trugschluss,märchen"

GERMAN = Language(
    free=words("""
        der die das den dem des ein eine einen einem einer eines und oder so also als dann in im an am auf bei beim von
        vom mit zu zum zur nach für über unter zwischen durch um aus aufs ins es ist sind war waren sein bin wird werden
        wurde wurden hat haben habe hatte hatten ich wir du ihr er sie man mich uns mir ihm ihn ihnen euch mein meine
        meinen unser unsere unseren sein seine seinen ihre ihren dieser diese dieses diesen diesem welcher welche
        welches wer was wo wann hier da dort sehr nur auch schon noch eben gerade jeder jede jedes jeden alle allen
        etwas ja nicht nie kein keine keinen keinem keiner keines ohne muss müssen soll sollen kann können darf dürfen
        will wollen möchte würde würden sich
    """),
    abbreviations=words("z b d h u a bzw usw etc ca ggf evtl nr dr hr fr abt zb dh ua inkl max min std tel"),
    breaks=words("aber jedoch sondern"),
    turns=words("vielmehr stattdessen"),
    openers=words("weil wenn während obwohl damit nachdem bevor falls sofern"),
    bridges={"sondern": words("auch"), "aber": words("auch")},
    joins=words("und dann"),
    negators=words("nicht nie niemals weder kaum keinesfalls keineswegs"),
    noun_negators=words("kein keine keinen keinem keiner keines ohne statt anstatt"),
    echoes=words("nichts niemand niemanden niemandem nirgends nirgendwo"),
    idioms=rows("nur,bloß,allein,zuletzt,weniger als,weniger,unter"),
    weakeners=words("wenn falls ob sofern bevor"),
    nones=words("nicht nie niemals"),
    dismissals=rows("""
        nötig,notwendig,erforderlich,wichtig,unsere aufgabe,meine aufgabe,unser produkt,mein produkt,erlaubt,vorgesehen,
        entscheidend,relevant,teil
    """),
    verdicts=rows("""
        egal,unwichtig,unnötig,überflüssig,nutzlos,sinnlos,unsinn,ist verboten,sind verboten,ist untersagt,
        ist falsch,sind falsch,ist ein fehler,spielt keine rolle,kommt nicht in frage,kommen nicht in frage,
        kommt nicht infrage,kommen nicht infrage,sind untersagt,wäre falsch,wären falsch,wäre ein fehler,
        ist unzulässig,sind unzulässig,ist tabu,sind tabu,macht keinen sinn,machen keinen sinn,ergibt keinen sinn,
        ergeben keinen sinn,hat keinen sinn,haben keinen sinn,bringt nichts,bringen nichts,
        ist keine lösung,sind keine lösung,ist keine option
    """),
    prohibitions=rows("""
        auf keinen fall,in keinem fall,unter keinen umständen,in keiner weise,zu keiner zeit,keinen grund,kein grund,
        keinen anlass,keinerlei
    """),
    alternatives=rows("""
        verzichte auf,verzichten auf,verzichtet auf,verzichtete auf,verzichteten auf,vermeide,vermeiden,vermeidet
    """),
    qualms=rows("zögern,zögere,scheuen,scheue,davor scheuen,davor zurückschrecken,angst haben"),
    pronouns=words("es das dies"),
    subjects=words("ich wir er sie man du ihr"),
    pronoun_objects=words("es ihn sie ihm ihr ihnen uns mich dich das dies"),
    links=words("dass daß welche welcher welches"),
    own=rows(
        "ich denke,ich glaube,ich meine,ich finde,ich würde,wir denken,wir glauben,wir meinen,denke ich,glaube ich"
    ),
    crowd=words("viele manche einige andere leute kollegen anfänger neulinge früher einst"),
    opinions=words(
        "denken denkt dachte dachten glauben glaubt glaubte glaubten meinen meint meinte meinten behaupten behauptet "
        "behauptete sagen sagt sagte " + _MYTHS.replace(",", " ")
    ),
    allegedly=words("angeblich vermeintlich"),
    as_words=words("wie"),
    that_words=words("dass daß"),
    that_may_be_left_out=True,
    disbeliefs=rows("glaube nicht,denke nicht,stimmt nicht,falsch,unwahr,nicht wahr," + _MYTHS),
    retractions=rows("nein doch nicht,moment nein,quatsch,nur ein scherz,scherz,ich meine nein,mein fehler"),
    noes=rows("nein,natürlich nicht,sicher nicht,auf keinen fall,keineswegs,keinesfalls,niemals,nie"),
    empties=rows("""
        weiß nicht,weiss nicht,weiß ich nicht,keine ahnung,nicht sicher,siehe schreiben,siehe das schreiben,
        steht im schreiben,steht alles im schreiben,keine antwort,nicht gelesen,kein kommentar,fällt mir nicht ein,
        erinnere mich nicht,entfällt
    """),
    rebuttals=rows(
        "stimmt nicht,nicht wahr,nicht so,falsch,unwahr,unsinn,im gegenteil,tatsächlich,in wirklichkeit," + _MYTHS
    ),
    approvals=rows("stimmt,haben recht,hat recht,zu recht,ist richtig,das ist so"),
)
