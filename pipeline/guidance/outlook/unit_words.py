"""The words of units in tables of outlook: volumes, weights, homes, rooms, prices and what else is counted."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE

UNIT_BEHIND = re.compile(r"(?<=\d)(?=[GM]Wh?\b)")  # "15.6GW"
VOLUME = r"(?:[mb]{1,2}(?:cfe?|boe|bbls?)|boe|bbls?|mcfe?)(?:/d|pd)?"
_WEIGHT = r"ounces|ozs?|tons|tonnes|pounds|lbs"
_BULK = rf"{_WEIGHT}|barrels|gallons"
_SCALED = r"(?:(?:in )?(?:000.?s?|thousands?|millions?|k|m)\s?(?:of )?)?"
IS_VOLUME = re.compile(rf"(?:[(–-]\s*|^total\s){VOLUME}\b|\({_SCALED}(?:{_WEIGHT})\.?\)", ANY_CASE)
COLUMN_UNIT = re.compile(  # "Silver (K oz)"
    rf"\({_SCALED}(?:{_BULK}|{VOLUME}|asms|miles)(?: per (?:day|year))?\.?\)"
    rf"|\b(?:{_BULK})(?: (?:shipped|sold))? \(in (?:thousands|millions)\)"
    rf"|^in (?:thousands|millions) of (?:{_BULK})$",
    ANY_CASE,
)
VOLUME_SOLD = re.compile(rf"\b(?:{_BULK}) (?:shipped|sold|produced)\b", ANY_CASE)
BARE_VOLUME = re.compile(rf"\(?(?P<of>{_BULK})(?: (?:shipped|sold|produced))?\)?", ANY_CASE)
UNIT = re.compile(
    r"\((?!loss\b|income\b|expense\b|benefit\b|provision\b|de(?:crease|cline)\b"
    r"|(?:in|ex)cl(?:\.|uding\b))(?P<unit>(?:000['’]?s? )?[A-Za-z][\w/ .]*)\)"
    rf"|(?:[–-]\s*|^total\s|(?<=production )|(?<=sales )|(?<=sold ))(?P<volume>{VOLUME}|[km]oz)\b",
    ANY_CASE,
)
NAMED_UNIT = re.compile(
    r"\b(?:gallons|barrels|tons|tonnes|ounces|pounds|miles|vehicles|railcars|aircraft|members|visits|subscribers|pops"
    r"|people(?! (?:costs?|expenses?)\b)|population"
    r"|customers|users|accounts|patients|passengers"
    r"|guests|students|transactions|households)\b|(?<=\bnumber of )(?!(?:\w+ )?(?:days|weeks"
    r"|months)\b)[a-z]+(?: [a-z]+)?s\b",
    ANY_CASE,
)
