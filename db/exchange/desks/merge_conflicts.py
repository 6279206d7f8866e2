"""What both sides of a merge changed: decided, and told with both values, authors and times."""

from __future__ import annotations

from collections.abc import Mapping

from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.merge_base import OtherSide
from db.exchange.desks.merge_plan import MergePlan
from db.exchange.desks.merge_report import MINE, NEWER, Decisions, MergeConflict
from db.exchange.desks.merge_settings import SettingClash
from db.exchange.desks.side_history import Stamp, fields_stamp
from db.exchange.plain.clash_texts import clash_label, clash_text
from db.exchange.plain.three_way import OURS, THEIRS, Clash, text_of
from db.exchange.plain.topic_fields import TopicClash
from db.record_types import RECORD_TYPES, Source
from db.vocabulary.kinds import PLURALS

DELETED = "deleted"
SETTINGS, TOPICS = "settings", "topics"  # what a clash of them is called in place of a uid


class ConflictList:
    """Decides each clash and remembers it."""

    def __init__(self, ours: DeskSide, theirs: OtherSide, decisions: Decisions) -> None:
        self._ours = ours
        self._theirs = theirs
        self._decisions = decisions
        self._clashes: dict[tuple[str, str], tuple[Clash, str, bool]] = {}
        self._more: list[MergeConflict] = []

    def decide(self, uid: str, clash: Clash) -> str:
        """Return the side that is taken: what was chosen, what the rule says, or what is here."""
        side = self._decisions.chosen.get((uid, clash.path))
        is_decided = side is not None or bool(self._decisions.rule)
        if side is None:
            side = clash.edited if clash.is_deletion else self._by_rule(uid, clash)
            is_decided = is_decided and not clash.is_deletion
        self._clashes[uid, clash.path] = clash, side, is_decided
        return side

    def _by_rule(self, uid: str, clash: Clash) -> str:
        rule = self._decisions.rule
        if rule == NEWER:
            ours, theirs = self._stamps(uid, clash)
            if ours.time != theirs.time:
                return OURS if ours.time > theirs.time else THEIRS
            return OURS if text_of(clash.ours) >= text_of(clash.theirs) else THEIRS
        return OURS if rule in ("", MINE) else THEIRS

    def decide_setting(self, clash: SettingClash) -> str:
        """Return the side whose setting is taken, as `decide` does; none says when it was set."""
        rule = self._decisions.rule
        side = self._decisions.chosen.get((SETTINGS, clash.key))
        is_decided = side is not None or bool(rule)
        if side is None and rule == NEWER:
            side = OURS if clash.ours >= clash.theirs else THEIRS
        elif side is None:
            side = OURS if rule in ("", MINE) else THEIRS
        self._more.append(
            MergeConflict(
                SETTINGS, SETTINGS, "Settings of the desk", clash.key, clash.label, clash.ours,
                clash.theirs, "", "", "", "", side, is_decided,
            )
        )  # fmt: skip
        return side

    def decide_topic(self, clash: TopicClash) -> str:
        """Return the side whose field of a topic is taken, as `decide` does."""
        rule = self._decisions.rule
        side = self._decisions.chosen.get((TOPICS, clash.key))
        is_decided = side is not None or bool(rule)
        ours, theirs = (
            each.topic_stamp(clash.topic, clash.field) for each in (self._ours, self._theirs)
        )
        if side is None and rule == NEWER:
            side = OURS if (ours.time, clash.ours) >= (theirs.time, clash.theirs) else THEIRS
        elif side is None:
            side = OURS if rule in ("", MINE) else THEIRS
        self._more.append(
            MergeConflict(
                TOPICS, TOPICS, "Topics", clash.key, clash.label, clash.ours or DELETED,
                clash.theirs or DELETED, ours.time, ours.author, theirs.time, theirs.author, side,
                is_decided,
            )
        )  # fmt: skip
        return side

    def conflicts(self, plan: MergePlan) -> list[MergeConflict]:
        """Return all of them, with what the reader needs to know."""
        found = [
            self._conflict(plan, uid, clash, side, is_decided)
            for (uid, _), (clash, side, is_decided) in self._clashes.items()
        ]
        return sorted([*found, *self._more], key=lambda each: (each.kind, each.title, each.field))

    def add_refusals(self, plan: MergePlan, refused: Mapping[str, str]) -> None:
        """Note records that do not hold as both sides make them: they stay as they were."""
        for uid, why in refused.items():
            ours = plan.ours.get(uid, {})
            texts = "as it was", f"together they do not hold: {why}"
            self._note(plan, uid, str(ours.get("title", "")), texts, OURS)

    def add_kept_records(self, plan: MergePlan) -> None:
        """Note records that one side deleted and something names: they stay."""
        for uid, _ in plan.kept_records.items():
            plain = plan.records.get(uid) or {}
            is_here = uid in plan.ours
            texts = ("kept, it is named", DELETED) if is_here else (DELETED, "kept, it is named")
            side = OURS if is_here else THEIRS
            self._note(plan, uid, str(plain.get("title", "")), texts, side)

    def _note(
        self, plan: MergePlan, uid: str, title: str, texts: tuple[str, str], side: str
    ) -> None:
        kind = PLURALS.get(plan.kinds.get(uid, ""), "")
        nobody = Stamp()
        self._more.append(
            MergeConflict(
                uid, kind, title, "", "", *texts, nobody.time, nobody.author, nobody.time,
                nobody.author, side, False,
            )
        )  # fmt: skip

    def _conflict(
        self, plan: MergePlan, uid: str, clash: Clash, side: str, is_decided: bool
    ) -> MergeConflict:
        ours, theirs = self._stamps(uid, clash)
        plain = plan.ours.get(uid) or plan.theirs.get(uid) or plan.records.get(uid) or {}
        kind = plan.kinds.get(uid, "")
        of = RECORD_TYPES.get(kind, Source)
        texts = [
            DELETED if clash.is_deletion and value is None else clash_text(of, clash, value)
            for value in (clash.ours, clash.theirs)
        ]
        return MergeConflict(
            uid, PLURALS.get(kind, "sources"), str(plain.get("title", "")), clash.path,
            clash_label(of, clash), texts[0], texts[1], ours.time, ours.author, theirs.time,
            theirs.author, side, is_decided, clash.is_deletion,
        )  # fmt: skip

    def _stamps(self, uid: str, clash: Clash) -> tuple[Stamp, Stamp]:
        """Return who wrote both values last."""
        if clash.is_deletion:
            return self._ours.record_stamp(uid), self._theirs.record_stamp(uid)
        sides: tuple[OtherSide, OtherSide] = (self._ours, self._theirs)
        ours, theirs = (
            fields_stamp(side.row_stamps, clash.of, self._row(side, uid, clash, row), clash.fields)
            for side, row in zip(sides, clash.rows, strict=True)
        )
        return ours, theirs

    @staticmethod
    def _row(side: OtherSide, uid: str, clash: Clash, row: int | None) -> int | None:
        """Return where a side has the fields: an older courier does not say it of a record."""
        return row if row is not None or clash.table else side.place_of(uid)[1]
