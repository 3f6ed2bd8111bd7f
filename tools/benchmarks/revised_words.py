"""Made drafts whose every word keeps its identity through a round of amendments: truth by construction.

Nothing here knows how texts are compared. A word is an object; what was copied is another object, what was moved,
split off or merged is the same one. So where an annotated word stands afterwards, or that it is gone, is known and
not measured.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final


def _listed(words: str) -> list[str]:
    return words.split()


_NOUNS: Final = _listed("""
    متقاضی اداره پروانه نگارخانه ناشر کارگروه شورا دبیرخانه مدیر کارشناس هیئت مدرک
    گزارش پرونده قرارداد فهرست اثر نمایشگاه جشنواره سامانه درگاه مهلت تعرفه هزینه
    نشانی سابقه آموزشگاه هنرجو بازرس تخلف اخطار رأی ابلاغ اعتراض تمدید لغو صدور
    تأیید ضابطه مصوبه بخشنامه استان شهرستان وزارت سازمان معاونت حوزه موضوع مورد شخص
    شرکت مؤسسه انجمن عضو جلسه دستور صورت‌جلسه بودجه اعتبار درآمد کتاب نشریه فیلم
    موسیقی تئاتر عکس نسخه رونوشت امضا مهر تاریخ شماره ثبت درخواست پاسخ نتیجه دلیل
    شرط حق تکلیف مسئولیت وظیفه اختیار نماینده سرپرست مالک محل ساختمان ایمنی بیمه
    ماده بند تبصره فصل آیین‌نامه قانون مقررات دادگاه مرجع رسیدگی بازدید ارزیابی
    نظارت حمایت تسهیلات
""")
_ADJECTIVES: Final = _listed("""
    هنری فرهنگی کتبی رسمی حقوقی حقیقی مالی فنی اداری قانونی سالانه ماهانه استانی ملی
    محلی عمومی تخصصی معتبر جدید پیشین لازم مقرر مربوط ذی‌ربط تعیین‌شده صادرشده
    یادشده مذکور نهایی موقت دائم رایگان الکترونیکی
""")
_VERBS: Final = _listed("""
    است می‌شود می‌کند می‌دهد می‌گیرد باید می‌تواند نمی‌تواند خواهد موظف مکلف مجاز
    ممنوع کند شود دهد گردد می‌رساند می‌فرستد نگه‌می‌دارد
""")
_SMALL: Final = _listed("""
    و در به از با را که برای تا هر این آن یا نیز بر پس پیش مگر چنانچه ظرف حداکثر
    حداقل دو سه پنج ده سی شصت نود روز ماه سال درصد ریال میلیون
""")
_BOILERPLATE: Final = (
    "متقاضی موظف است ظرف سی روز مدارک خود را در سامانه تکمیل کند",
    "در صورت نقص مدارک مراتب به متقاضی ابلاغ می‌شود",
    "رأی کارگروه ظرف بیست روز پس از ابلاغ قابل اعتراض است",
    "هزینه‌های اجرای این ماده از محل اعتبارات مصوب اداره تأمین می‌شود",
    "مسئولیت حسن اجرای این فصل بر عهده مدیرکل اداره است",
    "تخلف از مفاد این ماده موجب لغو پروانه خواهد بود",
)
_SMALL_WORDS: Final = frozenset(_SMALL) | frozenset(_VERBS)


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word with the punctuation that sticks to it. Two words are the same only if they are one object."""

    text: str


@dataclass(slots=True, eq=False)
class Provision:
    """An article, note or clause: what was done to it in the round of amendments is in `fate`."""

    kind: str
    words: list[Word]
    fate: set[str] = field(default_factory=set)
    #: It was written after another one, or another one after it.
    twinned: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A text, and where each of its words stands in it (code points of `text`)."""

    text: str
    places: dict[Word, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation: the words that it is about; `fate` of their provision, `kind` of the phrase."""

    words: tuple[Word, ...]
    kind: str
    fate: frozenset[str]


@dataclass(frozen=True, slots=True)
class Truth:
    """Two texts and what an annotator wrote on the first one."""

    old: Written
    new: Written
    notes: tuple[Note, ...]


class Writer:
    """Makes sentences out of a vocabulary in which few words are frequent and many are rare."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        forms = [noun + ending for noun in _NOUNS for ending in ("", "‌های", "‌ها", "ی")] + _ADJECTIVES
        chance.shuffle(forms)
        self._forms = forms
        self._weights = [1 / (rank + 6) for rank in range(len(forms))]

    def word(self) -> Word:
        """One word, as likely small as not."""
        turn = self.chance.random()
        if turn < 0.3:
            return Word(self.chance.choice(_SMALL))
        if turn < 0.38:
            return Word(self.chance.choice(_VERBS))
        return Word(self.chance.choices(self._forms, self._weights)[0])

    def sentence(self) -> list[Word]:
        """8 to 30 words, or one of the phrases that every draft has several times."""
        if self.chance.random() < 0.12:
            words = [Word(text) for text in self.chance.choice(_BOILERPLATE).split()]
        else:
            words = [self.word() for _ in range(self.chance.randrange(8, 31))]
        if len(words) > 12:
            at = self.chance.randrange(4, len(words) - 4)
            words[at] = Word(words[at].text + "،")
        words[-1] = Word(words[-1].text + ".")
        return words

    def provision(self, kind: str) -> Provision:
        """One to five sentences."""
        count = (
            self.chance.choice((1, 1, 2, 2, 3, 4, 5)) if kind == "article" else self.chance.choice((1, 1, 2))
        )
        return Provision(kind, [word for _ in range(count) for word in self.sentence()])


def draft(writer: Writer, articles: int) -> list[Provision]:
    """Articles, some with notes and clauses, every tenth a near-twin of one before it."""
    made: list[Provision] = []
    for number in range(articles):
        if number > 5 and writer.chance.random() < 0.1:
            pattern = writer.chance.choice([one for one in made if one.kind == "article"])
            twin = Provision("article", [Word(word.text) for word in pattern.words], twinned=True)
            pattern.twinned = True
            _edit_words(writer, twin.words, 2)
            made.append(twin)
            continue
        made.append(writer.provision("article"))
        made.extend(writer.provision("note") for _ in range(writer.chance.choice((0, 0, 0, 1, 2))))
        if writer.chance.random() < 0.15:
            made.extend(writer.provision("clause") for _ in range(writer.chance.randrange(2, 6)))
    return made


def amended(writer: Writer, old: Sequence[Provision], edited: float = 0.4) -> list[Provision]:
    """A round of amendments; `edited` is the share of provisions whose words are edited. The provisions of `old`
    keep their words and are told their fate; what is returned shares the words that lived on."""
    chance = writer.chance
    successor = {id(one): Provision(one.kind, list(one.words), twinned=one.twinned) for one in old}
    made = [successor[id(one)] for one in old]
    for one in old:
        if chance.random() < edited:
            one.fate.add("edited")
            _amend(writer, successor[id(one)].words)
    acts: tuple[Callable[..., None], ...] = (_delete, _move, _move, _split, _merge)
    for act in acts:
        for one in chance.sample(list(old), max(2, len(old) // 40)):
            act(writer, made, one, successor)
    for _ in range(max(2, len(old) // 25)):
        made.insert(
            chance.randrange(len(made) + 1), writer.provision(chance.choice(("article", "article", "note")))
        )
    for _ in range(max(1, len(old) // 60)):
        # The copy of a twin whose brother was deleted could as well be the brother, moved: no text tells.
        pattern = chance.choice([one for one in made if one.words and not one.twinned])
        copy = Provision(pattern.kind, [Word(word.text) for word in pattern.words])
        _edit_words(writer, copy.words, 3)
        made.insert(chance.randrange(len(made) + 1), copy)
    return [one for one in made if one.words]


def _amend(writer: Writer, words: list[Word]) -> None:
    """One to four amendments, sometimes of a whole sentence."""
    _edit_words(writer, words, writer.chance.randrange(1, 5))
    turn = writer.chance.random()
    if turn < 0.15:
        at = writer.chance.randrange(len(words) + 1)
        words[at:at] = writer.sentence()
    elif turn < 0.35 and len(words) > 30:
        at = writer.chance.randrange(len(words) - 12)
        del words[at : at + writer.chance.randrange(6, 13)]


def _edit_words(writer: Writer, words: list[Word], edits: int) -> None:
    for _ in range(edits):
        at, run = writer.chance.randrange(len(words)), writer.chance.choice((1, 1, 2, 3, 4))
        fresh = [writer.word() for _ in range(writer.chance.choice((1, 1, 2, 3)))]
        turn = writer.chance.randrange(3)
        if turn == 0:
            words[at:at] = fresh
        elif turn == 1 and len(words) > run + 6:
            del words[at : at + run]
        else:
            words[at : at + run] = fresh


def _delete(writer: Writer, made: list[Provision], one: Provision, successor: dict[int, Provision]) -> None:
    del writer, made
    one.fate.add("deleted")
    successor[id(one)].words.clear()


def _move(writer: Writer, made: list[Provision], one: Provision, successor: dict[int, Provision]) -> None:
    target = successor[id(one)]
    if target not in made:
        return
    one.fate.add("moved")
    made.remove(target)
    made.insert(writer.chance.randrange(len(made) + 1), target)


def _split(writer: Writer, made: list[Provision], one: Provision, successor: dict[int, Provision]) -> None:
    target = successor[id(one)]
    if target not in made or len(target.words) < 30:
        return
    one.fate.add("split")
    at = writer.chance.randrange(12, len(target.words) - 12)
    made.insert(made.index(target) + 1, Provision(target.kind, target.words[at:]))
    del target.words[at:]


def _merge(writer: Writer, made: list[Provision], one: Provision, successor: dict[int, Provision]) -> None:
    del writer
    target = successor[id(one)]
    at = made.index(target) if target in made else -1
    if at < 1 or not made[at - 1].words:
        return
    one.fate.add("merged")
    made[at - 1].words.extend(target.words)
    del made[at]


def written(provisions: Sequence[Provision], *, noise: random.Random | None = None) -> Written:
    """The text of provisions, numbered from one; with `noise`, a word in twenty is spelled otherwise."""
    pieces: list[str] = ["آیین‌نامه نمونه\n"]
    places: dict[Word, tuple[int, int]] = {}
    at, numbers = len(pieces[0]), {"article": 0, "note": 0, "clause": 0}
    for one in provisions:
        numbers[one.kind] += 1
        if one.kind == "article":
            numbers["note"] = numbers["clause"] = 0
        elif one.kind == "note":
            numbers["clause"] = 0
        label = {"article": "ماده {}ـ ", "note": "تبصره {}ـ ", "clause": "{}- "}[one.kind].format(
            numbers[one.kind]
        )
        pieces.append(label)
        at += len(label)
        for word in one.words:
            text = _respelled(word.text) if noise is not None and noise.random() < 0.05 else word.text
            places[word] = (at, at + len(text))
            pieces.append(text + " ")
            at += len(text) + 1
        pieces.append("\n")
        at += 1
    return Written("".join(pieces), places)


def _respelled(text: str) -> str:
    return text.replace("ی", "ي").replace("ک", "ك").replace("\u200c", "")


def annotated(chance: random.Random, old: Sequence[Provision], new: Written, count: int) -> tuple[Note, ...]:
    """`count` annotations: half of them where words were edited, a fifth on words that are gone."""
    edited = [one for one in old if "edited" in one.fate]
    made: list[Note] = []
    while len(made) < count:
        turn = chance.random()
        if turn < 0.2:
            note = _on_gone_words(chance, old, new)
        else:
            note = _on_any_words(chance, chance.choice(edited if turn < 0.7 else list(old)))
        if note is not None:
            made.append(note)
    return tuple(made)


def _on_any_words(chance: random.Random, one: Provision) -> Note | None:
    turn = chance.random()
    if turn < 0.12:
        return Note(tuple(one.words), "provision", frozenset(one.fate))
    if turn < 0.25:
        telling = [word for word in one.words if word.text.strip(".،") not in _SMALL_WORDS]
        return Note((chance.choice(telling),), "word", frozenset(one.fate)) if telling else None
    length = min(chance.randrange(2, 26), len(one.words))
    at = chance.randrange(len(one.words) - length + 1)
    return Note(tuple(one.words[at : at + length]), "phrase", frozenset(one.fate))


def _on_gone_words(chance: random.Random, old: Sequence[Provision], new: Written) -> Note | None:
    """A run of words none of which is left, or a whole provision of such."""
    one = chance.choice(old)
    gone = [word not in new.places for word in one.words]
    if all(gone):
        return _on_any_words(chance, one)
    runs = [at for at, lost in enumerate(gone) if lost and (at == 0 or not gone[at - 1])]
    if not runs:
        return None
    at = end = chance.choice(runs)
    while end < len(gone) and gone[end]:
        end += 1
    if end - at < 2 and one.words[at].text.strip(".،") in _SMALL_WORDS:
        return None
    return Note(tuple(one.words[at:end]), "word" if end - at == 1 else "phrase", frozenset(one.fate))


def _rewrite(writer: Writer, words: list[Word]) -> None:
    """Keeps 50 to 80 % of the words of the shorter text, in runs; the text becomes 0.7 to 1.6 times as long."""
    chance = writer.chance
    total = max(round(len(words) * chance.uniform(0.7, 1.6)), 8)
    kept = round(min(len(words), total) * chance.uniform(0.5, 0.8))
    runs: list[list[Word]] = []
    at = 0
    while at < len(words):
        length = chance.randrange(3, 12)
        runs.append(words[at : at + length])
        at += length
    while runs and sum(map(len, runs)) > kept:
        excess = sum(map(len, runs)) - kept
        run = chance.choice(runs)
        if len(run) <= excess:
            runs.remove(run)
        else:
            del run[len(run) - excess :]
    fresh = max(total - kept, 0)
    made: list[Word] = []
    for number, run in enumerate(runs):
        share = fresh // (len(runs) - number)
        fresh -= share
        made += [writer.word() for _ in range(share)] + run
    words[:] = made


def rewritten(writer: Writer, old: Sequence[Provision], share: float) -> list[Provision]:
    """A round in which a share of the articles is written anew, and one in twenty is deleted, inserted or moved."""
    chance = writer.chance
    successor = {id(one): Provision(one.kind, list(one.words), twinned=one.twinned) for one in old}
    made = [successor[id(one)] for one in old]
    for one in old:
        if one.kind == "article" and len(one.words) >= 20 and chance.random() < share:
            one.fate |= {"edited", "rewritten"}
            _rewrite(writer, successor[id(one)].words)
    for act in (_delete, _move):
        for one in chance.sample(list(old), max(2, len(old) // 20)):
            act(writer, made, one, successor)
    for _ in range(max(2, len(old) // 20)):
        made.insert(chance.randrange(len(made) + 1), writer.provision("article"))
    return [one for one in made if one.words]


def twin_truth(seed: int, *, articles: int = 110, twins: int = 8) -> Truth:
    """A draft in which some articles gave way to two copies each, elsewhere: no text tells which one is meant."""
    chance = random.Random(f"twins {seed}")
    writer = Writer(chance)
    old = draft(writer, articles)
    made = [Provision(one.kind, list(one.words)) for one in old]
    able = [
        at for at, one in enumerate(old) if one.kind == "article" and not one.twinned and len(one.words) > 15
    ]
    notes: list[Note] = []
    successor = {id(one): other for one, other in zip(old, made, strict=True)}
    for at in chance.sample(able, twins):
        one = old[at]
        one.fate.add("twins")
        length = chance.randrange(4, 12)
        start = chance.randrange(len(one.words) - length)
        notes.append(Note(tuple(one.words[start : start + length]), "phrase", frozenset(one.fate)))
        successor[id(one)].words.clear()
        for _ in range(2):
            copy = Provision("article", [Word(word.text) for word in one.words])
            made.insert(chance.randrange(len(made) + 1), copy)
    return Truth(written(old), written([one for one in made if one.words]), tuple(notes))


def made_truth(seed: int, *, articles: int = 110, notes: int = 400, rewrites: float = 0.0) -> Truth:
    """A draft, its amended text, and annotations on the draft; with `rewrites`, that share of articles is
    rewritten.
    """
    chance = random.Random(seed)
    writer = Writer(chance)
    old = draft(writer, articles)
    new = rewritten(writer, old, rewrites) if rewrites else amended(writer, old)
    before, after = written(old), written(new, noise=chance if seed % 2 else None)
    return Truth(before, after, annotated(chance, old, after, notes))
