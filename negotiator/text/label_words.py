"""Words that open a label in the six official languages, and what each of them stands for."""

WORDS = {
    printed: meaning
    for meaning, words in (
        ("annex", "annex appendix annexe appendice anexo apéndice приложение добавление المرفق مرفق التذييل"),
        ("part", "part book partie livre parte libro часть الجزء القسم"),
        ("title", "title titre título раздел الباب"),
        ("chapter", "chapter chapitre capítulo глава"),
        ("section", "section sección подраздел الفرع"),
        ("phase", "phase fase этап المرحلة"),
        ("objective", "objective goal objectif objetivo цель الهدف"),
        ("cluster", "cluster theme pillar groupe thème grupo tema блок المجموعة"),
        ("article", "article art. artículo статья المادة"),
        ("division", "الفصل"),
        ("option", "option alternative variante opción alternativa вариант الخيار البديل"),
        ("paragraph", "paragraph para. paragraphe párrafo пункт الفقرة"),
        ("pp", "pp"),
        ("op", "op"),
    )
    for printed in words.split()
    for meaning in (meaning,)
}
"""The first word of a label in small letters, and its meaning; الفصل is a chapter here and an article there."""

HAN_UNITS = {
    "条": "article",
    "章": "chapter",
    "节": "section",
    "部分": "part",
    "编": "part",
    "阶段": "phase",
    "段": "paragraph",
}
"""What 第…… counts in Chinese, and its meaning."""

HAN_WORDS = {
    "目标": "objective",
    "备选案文": "option",
    "备选方案": "option",
    "备选": "option",
    "案文": "option",
    "选项": "option",
    "附件": "annex",
    "附录": "annex",
    "序言部分第": "pp",
    "执行部分第": "op",
}
"""Chinese words that come before a number, the longer ones first where one begins another; 附录 is 附件."""

RANKS = {
    meaning: rank
    for rank, meanings in enumerate(
        ("annex", "part", "title", "chapter division", "section phase cluster", "objective", "article", "option")
    )
    for meaning in meanings.split()
}
"""How high a division stands when nothing else is known, 0 at the top."""

LATIN_SUFFIXES = (
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
)
"""What is put after a number to insert a paragraph behind it, in order."""
