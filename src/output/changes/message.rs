//! An email as a file (RFC 5322) that holds the same words as text and as HTML (RFC 2046, 5.1.4).

use jiff::civil::Date;

use crate::model::Site;

/// Parts the two forms; quoted-printable never has `=_`.
const BOUNDARY: &str = "=_signpost_changes";

/// Makes the message, without anyone to send it to.
pub(super) fn message(site: &Site, day: Date, subject: &str, text: &str, html: &str) -> String {
    let from = match &site.settings.help.email {
        Some(email) if email.is_ascii() => format!("From: {} <{email}>\r\n", word(&site.settings.title)),
        _ => String::new(),
    };
    let part = |kind: &str, words: &str| {
        format!(
            "--{BOUNDARY}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n",
            quoted_printable(words)
        )
    };
    format!(
        "{from}Date: {}\r\nSubject: {}\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/alternative; boundary=\"{BOUNDARY}\"\r\n\r\n{}{}--{BOUNDARY}--\r\n",
        day.strftime("%a, %d %b %Y 00:00:00 +0000"),
        word(subject),
        part("text/plain", text),
        part("text/html", html),
    )
}

/// Words in a header: encoded in pieces of at most 75 letters, cut between letters (RFC 2047, 2).
fn word(words: &str) -> String {
    const ROOM: usize = 75 - "=?utf-8?q?".len() - "?=".len();
    let mut pieces = vec![String::new()];
    for letter in words.chars().filter(|letter| !letter.is_control()) {
        let mut bytes = [0; 4];
        let written: String = match letter {
            ' ' => "_".into(),
            letter if letter.is_ascii_alphanumeric() => letter.into(),
            letter => letter.encode_utf8(&mut bytes).bytes().map(|byte| format!("={byte:02X}")).collect(),
        };
        match pieces.last_mut() {
            Some(piece) if piece.len() + written.len() <= ROOM => piece.push_str(&written),
            _ => pieces.push(written),
        }
    }
    pieces.iter().map(|piece| format!("=?utf-8?q?{piece}?=")).collect::<Vec<_>>().join("\r\n ")
}

/// Text with every byte that mail may not carry as `=XX`, in lines of at most 76 letters (RFC 2045, 6.7).
fn quoted_printable(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + text.len() / 8);
    for line in text.lines() {
        let mut length = 0;
        let bytes = line.as_bytes();
        for (position, byte) in bytes.iter().enumerate() {
            let is_last = position + 1 == bytes.len();
            let piece = match byte {
                b'=' => "=3D".into(),
                b' ' | b'\t' if !is_last => char::from(*byte).to_string(),
                b'!'..=b'~' => char::from(*byte).to_string(),
                byte => format!("={byte:02X}"),
            };
            // A mark that the line goes on takes the last place.
            if length + piece.len() > 75 {
                written.push_str("=\r\n");
                length = 0;
            }
            length += piece.len();
            written.push_str(&piece);
        }
        written.push_str("\r\n");
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_carries_any_words() {
        assert_eq!(quoted_printable("£5 = żółw \n.\n"), "=C2=A35 =3D =C5=BC=C3=B3=C5=82w=20\r\n.\r\n");
        let long = quoted_printable(&"ż=".repeat(60));
        assert!(long.lines().all(|line| line.len() <= 76), "{long}");
        assert_eq!(long.replace("=\r\n", "").trim_end(), "=C5=BC=3D".repeat(60));
    }

    #[test]
    fn a_subject_is_ascii_and_short() {
        assert_eq!(word("Tea & talk"), "=?utf-8?q?Tea_=26_talk?=");
        let long = word(&"ż".repeat(40));
        assert!(long.is_ascii() && long.lines().all(|line| line.trim().len() <= 75), "{long}");
        assert_eq!(long.matches("=C5=BC").count(), 40);
    }
}
