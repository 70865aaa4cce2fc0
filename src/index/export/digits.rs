//! Numbers as letters that JSON leaves alone and that compress well.
//!
//! A number below 64 is one letter, one below 2,668 two, any other five. Columns of like numbers stand together, so that a
//! host's compression sees their distribution; a host that compresses nothing still sends one byte for most.

/// The letters: what can be printed in ASCII, without `"` and `\`.
const LETTERS: u32 = 93;
/// Numbers below this are one letter.
const ONE: u32 = 64;
/// The letters that begin a number of two letters.
const TWO: u32 = 28;

/// Writes one number.
pub(super) fn push(text: &mut String, number: u32) {
    if number < ONE {
        text.push(letter(number));
    } else if number < ONE + TWO * LETTERS {
        let number = number - ONE;
        text.push(letter(ONE + number / LETTERS));
        text.push(letter(number % LETTERS));
    } else {
        text.push(letter(LETTERS - 1));
        let mut number = number.min(LETTERS.pow(4) - 1);
        for _ in 0..4 {
            text.push(letter(number % LETTERS));
            number /= LETTERS;
        }
    }
}

fn letter(digit: u32) -> char {
    let mut code = digit + 0x20;
    code += u32::from(code >= 0x22);
    code += u32::from(code >= 0x5c);
    char::from(u8::try_from(code).expect("93 letters are ASCII"))
}

/// Reads numbers back.
#[cfg(test)]
fn read(text: &str) -> Vec<u32> {
    let digit = |byte: u8| u32::from(byte) - 0x20 - u32::from(byte > 0x22) - u32::from(byte > 0x5c);
    let mut letters = text.bytes().map(digit);
    let mut numbers = Vec::new();
    while let Some(first) = letters.next() {
        numbers.push(match first {
            0..ONE => first,
            92 => (0..4).map(|place| letters.next().unwrap() * LETTERS.pow(place)).sum(),
            _ => ONE + (first - ONE) * LETTERS + letters.next().unwrap(),
        });
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let numbers: Vec<u32> = (0..3000).chain([2667, 2668, 99_999, 74_805_200]).collect();
        let mut text = String::new();
        numbers.iter().for_each(|number| push(&mut text, *number));
        assert_eq!(read(&text), numbers);
        assert!(!text.contains(['"', '\\']) && text.is_ascii());
    }
}
