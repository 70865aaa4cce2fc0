//! The figures that people act on, out of running words: phone numbers, prices, dates, times, postcodes, percentages.
//!
//! Each comes in one form however it was written, so that two pages that say the same can be compared across languages:
//! `+44 1632 960123` is `01632960123`, £5 is £5.00, 3 October 2026 is 3 października 2026. What is not sure stays out.

mod tokens;

use std::ops::Range;

use tokens::{Token, tokens};

/// A figure in one form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// The digits of a phone number, with a leading 0 for the country.
    Phone(String),
    /// Pence.
    Price(u64),
    /// Day, month, and the year where it was said; day 0 is a whole month.
    Date(u8, u8, Option<u16>),
    /// Minutes after midnight.
    Time(u16),
    /// A time such as 6:30 of which nobody says in which half of the day it is: minutes after midnight or noon.
    Clock(u16),
    /// Capitals without a space.
    Postcode(String),
    /// Hundredths of a per cent.
    Percentage(u64),
}

impl Figure {
    /// What it is, in words.
    pub fn what(&self) -> &'static str {
        match self {
            Self::Phone(_) => "phone number",
            Self::Price(_) => "price",
            Self::Date(..) => "date",
            Self::Time(_) | Self::Clock(_) => "time",
            Self::Postcode(_) => "postcode",
            Self::Percentage(_) => "percentage",
        }
    }

    /// Whether another one says the same, or the same and more.
    pub fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Date(day, month, year), Self::Date(other_day, other_month, other_year)) => {
                month == other_month
                    && (*day == 0 || *other_day == 0 || day == other_day)
                    && (year.is_none() || other_year.is_none() || year == other_year)
            }
            (Self::Time(time), Self::Clock(clock)) | (Self::Clock(clock), Self::Time(time)) => {
                time % HALF_DAY == *clock
            }
            _ => self == other,
        }
    }

    /// Whether it is a time at one of these hours, as [`figures_and_hours`] finds them.
    pub fn is_at(&self, hours: &[u16]) -> bool {
        matches!(self, Self::Time(minutes) | Self::Clock(minutes) if hours.contains(&(minutes % HALF_DAY)))
    }
}

/// Minutes from midnight to noon.
const HALF_DAY: u16 = 720;

/// Names of months in the languages that the theme speaks, as they stand in dates: English, Welsh, Polish, Urdu, Arabic.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "ionawr", "styczeń", "stycznia", "جنوری", "يناير"],
    &["february", "feb", "chwefror", "luty", "lutego", "فروری", "فبراير"],
    &["march", "mar", "mawrth", "marzec", "marca", "مارچ", "مارس"],
    &["april", "apr", "ebrill", "kwiecień", "kwietnia", "اپریل", "أبريل", "ابريل"],
    &["may", "mai", "maj", "maja", "مئی", "مايو"],
    &["june", "jun", "mehefin", "czerwiec", "czerwca", "جون", "يونيو"],
    &["july", "jul", "gorffennaf", "lipiec", "lipca", "جولائی", "يوليو"],
    &["august", "aug", "awst", "sierpień", "sierpnia", "اگست", "أغسطس", "اغسطس"],
    &["september", "sept", "sep", "medi", "wrzesień", "września", "ستمبر", "سبتمبر"],
    &["october", "oct", "hydref", "październik", "października", "اکتوبر", "أكتوبر", "اكتوبر"],
    &["november", "nov", "tachwedd", "listopad", "listopada", "نومبر", "نوفمبر"],
    &["december", "dec", "rhagfyr", "grudzień", "grudnia", "دسمبر", "ديسمبر"],
];

/// Finds the figures of a text, each with its bytes.
pub fn figures(text: &str) -> Vec<(Figure, Range<usize>)> {
    figures_and_hours(text).0
}

/// Finds the figures of a text, and what may be a time of day though nobody says so, such as both ends of "from 10-12",
/// "6.30" and "1400 hours": minutes after midnight or noon.
pub fn figures_and_hours(text: &str) -> (Vec<(Figure, Range<usize>)>, Vec<u16>) {
    // Most paragraphs hold none. Digits of the Arabic and Urdu scripts begin with these two bytes.
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, 0xd9 | 0xdb));
    if !has_digit && !["noon", "midday", "midnight"].iter().any(|word| text.contains(word)) {
        return (Vec::new(), Vec::new());
    }
    let tokens = tokens(text);
    let (mut found, mut hours) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        let Some((figure, count)) = of_range(&tokens, at).or_else(|| figure(text, &tokens[at..])) else {
            hours.extend(hour(&tokens[at].text));
            at += 1;
            continue;
        };
        let range = tokens[at].range.start..tokens[at + count - 1].range.end;
        found.extend(figure.map(|figure| (figure, range)));
        at += count;
    }
    (found, hours)
}

/// The time of day that a bare number may be: "10", "6.30", "1400" or "14h".
fn hour(text: &str) -> Option<u16> {
    let text = without_hours(text);
    let is_four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minute) = match text.split_once('.') {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if is_four => text.split_at(2),
        _ => (text, "0"),
    };
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour * 60 + minute) % HALF_DAY)
}

/// A number without the letters for hours right behind it.
fn without_hours(text: &str) -> &str {
    ["hours", "hrs", "hr", "h"].iter().find_map(|hours| text.strip_suffix(hours)).unwrap_or(text)
}

/// What a number means at one end of a range: the day in `3 to 5 May`, the hour in `9-5pm`, the pounds in `£5-10`.
fn of_range(tokens: &[Token], at: usize) -> Option<(Option<Figure>, usize)> {
    let number = tokens[at].number(u32::MAX)?;
    if at > 0 && tokens[at - 1].is_dashed && tokens[at - 1].text.starts_with('£') {
        return Some((Some(Figure::Price(pence(&tokens[at].text)?)), 1));
    }
    let rest = match tokens.get(at + 1)?.text.as_str() {
        _ if tokens[at].is_dashed => &tokens[at + 1..],
        "to" | "and" | "do" | "i" => tokens.get(at + 2..).filter(|rest| !rest.is_empty())?,
        _ => return None,
    };
    if let Some((Figure::Date(1.., month, year), _)) = date(rest) {
        let day = u8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
        return Some((Some(Figure::Date(day, month, year)), 1));
    }
    // The half of the day is the one in which it begins before it ends.
    let hour = || Some(u16::try_from(number).ok().filter(|hour| (1..=12).contains(hour))? % 12 * 60);
    let begins = match time(rest)?.0 {
        Figure::Time(end) => {
            let hour = hour()?;
            let is_after_noon = end >= HALF_DAY && hour < end - HALF_DAY;
            Figure::Time(hour + if is_after_noon { HALF_DAY } else { 0 })
        }
        _ => Figure::Clock(hour()?),
    };
    Some((Some(begins), 1))
}

/// The figure that begins at a token, and how many tokens it takes. `Some((None, n))` passes over what only looks like
/// one.
fn figure(text: &str, tokens: &[Token]) -> Option<(Option<Figure>, usize)> {
    let first = &tokens[0];
    let has_digit = first.text.bytes().any(|byte| byte.is_ascii_digit());
    if !has_digit {
        return month(&first.text)
            .and_then(|month| month_and_year(month, tokens))
            .map(|(date, n)| (Some(date), n))
            .or_else(|| {
                let noon = match first.text.to_lowercase().as_str() {
                    "noon" | "midday" => 12 * 60,
                    "midnight" => 0,
                    _ => return postcode(tokens).map(|(code, count)| (Some(code), count)),
                };
                Some((Some(Figure::Time(noon)), 1))
            });
    }
    if first.text.contains("://") || first.text.contains('@') {
        return Some((None, 1));
    }
    let found = price(tokens)
        .or_else(|| date(tokens))
        .or_else(|| phone(text, tokens))
        .or_else(|| time(tokens))
        .or_else(|| percentage(tokens))
        .or_else(|| postcode(tokens));
    found.map(|(figure, count)| (Some(figure), count))
}

fn pence(text: &str) -> Option<u64> {
    let text = text.replace(',', "");
    let (pounds, pence) = text.split_once('.').unwrap_or((&text, ""));
    let pounds: u64 = pounds.parse().ok().filter(|pounds| *pounds < 1 << 32)?;
    let pence = match pence.len() {
        0 => 0,
        1 => pence.parse::<u64>().ok()? * 10,
        2 => pence.parse().ok()?,
        _ => return None,
    };
    Some(pounds * 100 + pence)
}

fn price(tokens: &[Token]) -> Option<(Figure, usize)> {
    let first = tokens[0].text.as_str();
    let unit = |at: usize| tokens.get(at).map(|token| token.text.to_lowercase()).unwrap_or_default();
    if let Some(amount) = first.strip_prefix('£') {
        let (amount, times) = match amount.strip_suffix(['m', 'M']) {
            Some(millions) => (millions, 1_000_000),
            None if unit(1) == "million" => return Some((Figure::Price(pence(amount)? * 1_000_000), 2)),
            None => (amount, 1),
        };
        return Some((Figure::Price(pence(amount)? * times), 1));
    }
    if let Some(amount) = first.strip_suffix('£') {
        return Some((Figure::Price(pence(amount)?), 1));
    }
    if let Some(amount) = first.strip_suffix('p').filter(|amount| amount.len() <= 3) {
        return Some((Figure::Price(amount.parse().ok()?), 1));
    }
    let is_pounds = matches!(
        unit(1).as_str(),
        "£" | "pounds" | "pound" | "funtów" | "funty" | "funt" | "gbp" | "پاؤنڈ" | "جنيه" | "punt" | "bunt"
    );
    if is_pounds { Some((Figure::Price(pence(first)?), 2)) } else { None }
}

fn month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    u8::try_from(at + 1).ok()
}

fn year(token: Option<&Token>) -> Option<u16> {
    let number = token?.number(2200)?;
    u16::try_from(number).ok().filter(|year| *year >= 1900)
}

fn month_and_year(month: u8, tokens: &[Token]) -> Option<(Figure, usize)> {
    // "May 2026", and "May 3" or "May 3, 2026"; a month alone is no date, and "may" often no month.
    if let Some(year) = year(tokens.get(1)) {
        return Some((Figure::Date(0, month, Some(year)), 2));
    }
    None
}

fn date(tokens: &[Token]) -> Option<(Figure, usize)> {
    let first = tokens[0].text.as_str();
    for mark in ['-', '/', '.'] {
        let parts: Vec<&str> = first.split(mark).collect();
        let [a, b, c] = parts[..] else { continue };
        let number = |part: &str| part.parse::<u16>().ok();
        let (a_value, b_value, c_value) = (number(a)?, number(b)?, number(c)?);
        let (day, month, year) = if a.len() == 4 { (c_value, b_value, a_value) } else { (a_value, b_value, c_value) };
        if !(1..=31).contains(&day) || !(1..=12).contains(&month) || year < 1900 {
            return None;
        }
        return Some((Figure::Date(u8::try_from(day).ok()?, u8::try_from(month).ok()?, Some(year)), 1));
    }
    let day = first.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let is_ordinal = matches!(&first[day.len()..], "" | "st" | "nd" | "rd" | "th");
    let day: u8 = day.parse().ok().filter(|day| is_ordinal && (1..=31).contains(day))?;
    let at = if tokens.get(1).is_some_and(|token| token.text == "of") { 2 } else { 1 };
    let month = month(&tokens.get(at)?.text)?;
    let year = year(tokens.get(at + 1));
    Some((Figure::Date(day, month, year), at + 1 + usize::from(year.is_some())))
}

fn phone(text: &str, tokens: &[Token]) -> Option<(Figure, usize)> {
    let mut digits = String::new();
    let mut count = 0;
    let mut end = tokens[0].range.start;
    for token in tokens {
        let is_part = token.text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'(' | b')' | b'-'));
        // Two numbers side by side have more than a space or a bracket between them.
        let between = &text[end..token.range.start];
        if !is_part || between.chars().any(|letter| !matches!(letter, ' ' | '\u{a0}' | '(' | ')' | '+')) {
            break;
        }
        let more: String = token.text.chars().filter(char::is_ascii_digit).collect();
        let is_new = count > 0 && more.starts_with('0') && more.len() >= 4 && digits.len() >= 10;
        if is_new || digits.len() + more.len() > 16 {
            break;
        }
        digits.push_str(&more);
        end = token.range.end;
        count += 1;
        if digits.len() >= 11 && digits.starts_with('0') {
            break;
        }
    }
    let is_abroad = tokens[0].text.starts_with('+') || digits.starts_with("0044");
    let digits = digits.strip_prefix("0044").map(str::to_owned).or(Some(digits)).unwrap_or_default();
    let national = match digits.strip_prefix("44").filter(|_| is_abroad) {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => digits,
    };
    let is_phone = national.starts_with('0') && (8..=11).contains(&national.len());
    is_phone.then_some((Figure::Phone(national), count))
}

fn time(tokens: &[Token]) -> Option<(Figure, usize)> {
    let lower = tokens[0].text.to_lowercase();
    let next = tokens.get(1).map(|token| token.text.to_lowercase().replace('.', "")).unwrap_or_default();
    let (clock, half, count) = match lower.strip_suffix("am").or(lower.strip_suffix("pm")) {
        Some(clock) => (clock, Some(lower.ends_with("pm")), 1),
        None if next == "am" || next == "pm" => (lower.as_str(), Some(next == "pm"), 2),
        None => {
            let is_hours = matches!(next.as_str(), "hours" | "hrs" | "hr" | "h") && lower.contains(':');
            (without_hours(&lower), None, if is_hours { 2 } else { 1 })
        }
    };
    let (hour, minute) = match clock.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute.parse::<u16>().ok()?),
        Some(_) => return None,
        None if half.is_some() => (clock, 0),
        None => return None,
    };
    // "06:30" and "14:00" are by a clock of 24 hours; "6:30" may be by either.
    let is_open = half.is_none() && !hour.starts_with('0');
    let hour: u16 = hour.parse().ok()?;
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(is_afternoon) => hour % 12 + if is_afternoon { 12 } else { 0 },
        // "3.50" is most often something else, and a colon alone tells the time of day only with two figures.
        None if !clock.contains(':') || hour > 23 => return None,
        None => hour,
    };
    let minutes = hour * 60 + minute;
    let figure = if is_open && hour <= 12 { Figure::Clock(minutes % HALF_DAY) } else { Figure::Time(minutes) };
    (minute < 60).then_some((figure, count))
}

fn percentage(tokens: &[Token]) -> Option<(Figure, usize)> {
    let (number, count) = match tokens[0].text.strip_suffix(['%', '٪']) {
        Some(number) => (number, 1),
        None if tokens.get(1).is_some_and(|token| token.text == "%" || token.text == "percent") => {
            (tokens[0].text.as_str(), 2)
        }
        None if tokens.get(1).is_some_and(|token| token.text == "per")
            && tokens.get(2).is_some_and(|token| token.text == "cent") =>
        {
            (tokens[0].text.as_str(), 3)
        }
        None => return None,
    };
    Some((Figure::Percentage(pence(number)?), count))
}

/// A British postcode (BS 7666): two parts, of which the second is a figure and two letters.
fn postcode(tokens: &[Token]) -> Option<(Figure, usize)> {
    let outward = tokens[0].text.as_bytes();
    let inward = tokens.get(1)?.text.as_bytes();
    let letters = outward.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let is_outward = (1..=2).contains(&letters)
        && (2..=4).contains(&outward.len())
        && outward.get(letters).is_some_and(u8::is_ascii_digit)
        && outward[letters..].iter().all(u8::is_ascii_alphanumeric);
    let is_inward = inward.len() == 3 && inward[0].is_ascii_digit() && inward[1..].iter().all(u8::is_ascii_uppercase);
    (is_outward && is_inward).then(|| (Figure::Postcode(format!("{}{}", tokens[0].text, tokens[1].text)), 2))
}

#[cfg(test)]
mod tests;
