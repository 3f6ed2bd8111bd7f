"""The parts that are the same in every document: right-to-left Persian text in the font of the program."""

from __future__ import annotations

from typing import Final

from desktop_app.reports.comparison_docx.markup import NAMESPACE

_NAMESPACE: Final = f'xmlns:w="{NAMESPACE}"'
_FONTS: Final = '<w:rFonts w:ascii="Vazirmatn" w:hAnsi="Vazirmatn" w:cs="Vazirmatn" w:eastAsia="Vazirmatn"/>'

#: Half points of the headings, from the first level.
_HEADING_SIZES: Final = (32, 29, 27)
_HEADINGS: Final = "\n".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
    '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
    f'<w:spacing w:before="240"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
    f'<w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    for level, size in enumerate(_HEADING_SIZES, 1)
)

#: Not justified: LibreOffice 25.2 can hang while laying out justified Persian text with tracked changes.
#: Body text 12.5 pt with a line height of 170 %, as on screen; header and footer smaller and grey (text2).
STYLES: Final = f"""<w:styles {_NAMESPACE}>
<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:color w:val="1D1F20"/><w:sz w:val="25"/><w:szCs w:val="25"/>
<w:lang w:val="fa-IR" w:eastAsia="en-US" w:bidi="fa-IR"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
<w:pPr><w:bidi/><w:jc w:val="start"/></w:pPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>
<w:pPr><w:spacing w:after="20" w:line="276" w:lineRule="auto"/><w:jc w:val="start"/></w:pPr>
<w:rPr><w:color w:val="515456"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Header"/>
<w:rPr><w:b/><w:bCs/><w:color w:val="1D1F20"/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Header"/>
<w:pPr><w:spacing w:after="0"/><w:jc w:val="center"/></w:pPr></w:style>
{_HEADINGS}
</w:styles>"""

SETTINGS: Final = f"""<w:settings {_NAMESPACE}><w:zoom w:percent="100"/>
<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat><w:themeFontLang w:val="fa-IR" w:bidi="fa-IR"/><w:decimalSymbol w:val="."/><w:listSeparator w:val="؛"/>
</w:settings>"""

#: Fallback where Vazirmatn is not installed: Tahoma is on every Windows and has every Persian letter.
FONT_TABLE: Final = f"""<w:fonts {_NAMESPACE}><w:font w:name="Vazirmatn"><w:altName w:val="Tahoma"/>
<w:charset w:val="B2"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>"""
