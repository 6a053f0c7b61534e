# SPDX-License-Identifier: Apache-2.0
"""A second opinion on reading ages: counts sentences, words and syllables of the golden texts in its own way, and lays
them beside what the library counted (golden/reading_ages.csv, which reading_age_test.cpp holds the library to).

Sentences and words must agree. Syllables are counted by other rules here, so they may differ by one in twenty, and
grades by half a grade.
"""
import csv
import math
import pathlib
import re
import unittest

GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"
TENS = ["", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen").split()


def spoken(number):
    """A whole number below a million in words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (" " + ONES[number % 10] if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return ONES[number // 100] + " hundred" + (" and " + spoken(rest) if rest else "")
    rest = number % 1000
    return spoken(number // 1000) + " thousand" + ((" and " if rest < 100 else " ") + spoken(rest) if rest else "")


def spell(match):
    digits = match.group(0)
    if digits.endswith("%"):
        return spell(re.match(r"[\d.]+", digits)) + " per cent"
    whole, _, part = digits.partition(".")
    return spoken(int(whole)) + (" point " + " ".join(ONES[int(d)] for d in part) if part else "")


def syllables(word):
    """Groups of vowels by regular expressions: endings that say nothing are cut off first, pairs said apart are split."""
    word = re.sub(r"'(s|re|ve|ll|d|m)$", "", word.lower())
    word = re.sub(r"n't$", "nt", word)
    word = re.sub(r"[^a-z]", "", word)
    if not word:
        return 0
    word = re.sub(r"(?<=[a-z]{2})e(?=(ly|ment|ments|ful|less|ness|times|thing|one|where|body|fore)$)", "", word)
    word = re.sub(r"(?<![aeiouytd])(?<=[a-z]{2})ed$", "d", word) if not re.search(r"[^aeioul]led$", word) else word
    word = re.sub(r"(?<=[a-z]{2})(?<![sxzcg])(?<!ch)(?<!sh)(?<![^aeiou]l)es$", "s", word)
    word = re.sub(r"(?<=[a-z]{2})(?<![aeiou])(?<![^aeiou]l)e$", "", word)
    word = re.sub(r"(?<![tcsg])i(?=[ao])|(?<=[aeou])(?=ing$)", "i-", word)
    word = re.sub(r"^y|qu", "w", word)
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def counts(text):
    sentences = words = total = long_words = 0
    for part in re.split(r"(?<=[.!?])[)\"\u201d\u2019]*\s+", text):
        found = [w for w in re.split(r"[\s\u2013\u2014]+", part) if re.search(r"\w", w)]
        sentences += bool(found)
        words += len(found)
        for each in found:
            aloud = re.sub(r"\d+(\.\d+)?%?", lambda m: " " + spell(m) + " ", each.replace(",", "").replace("\u2019", "'"))
            count = 0
            for one in re.findall(r"[A-Za-z']+", aloud):
                spelt_out = one.isupper() and 2 <= len(one) <= 5
                count += len(one) + 2 * one.count("W") if spelt_out else syllables(one)
            total += count
            long_words += count >= 3
    return sentences, words, total, long_words


def read_aloud(markdown):
    """Paragraphs and items of a golden text, without headings and addresses."""
    for line in markdown.split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        line = re.sub(r"^- ", "", line)
        line = re.sub(r"\[([^\]]*)\]\(<[^>]*>\)", r"\1", line)
        yield re.sub(r"\\(.)", r"\1", line)


class ReadingAges(unittest.TestCase):
    def test_the_counts_of_the_library_are_those_of_a_second_count(self):
        with open(GOLDEN / "reading_ages.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertGreaterEqual(len(rows), 2)
        for row in rows:
            with self.subTest(text=row["text"]):
                text = (GOLDEN / row["text"]).read_text(encoding="utf-8")
                sums = [sum(each) for each in zip(*(counts(line) for line in read_aloud(text)))]
                sentences, words, total, long_words = sums
                self.assertEqual(sentences, int(row["sentences"]))
                self.assertEqual(words, int(row["words"]))
                self.assertLess(abs(total - int(row["syllables"])), words / 20)
                grade = 0.39 * words / sentences + 11.8 * total / words - 15.59
                self.assertAlmostEqual(grade, float(row["flesch_kincaid"]), delta=0.5)
                smog = 3.1291 + 1.0430 * math.sqrt(30 * long_words / sentences)
                self.assertAlmostEqual(smog, float(row["smog"]), delta=0.5)


if __name__ == "__main__":
    unittest.main()
