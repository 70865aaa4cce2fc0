//! Web and email addresses as people write them: what is wrong with one that no reader could follow.

/// What is wrong with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// It begins with something that could run a program, such as `javascript`.
    Unsafe(String),
    /// It is none; with what was probably meant, where that can be told.
    None(Option<String>),
}

/// Looks at the address of a page of another site or, with `may_be_inside`, of a page or file of this one.
pub fn web_fault(text: &str, may_be_inside: bool) -> Option<AddressFault> {
    let text = text.trim();
    if let Some((scheme, rest)) = text.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
        return match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => {
                let host = rest.strip_prefix("//").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or(rest));
                let is_whole = host.is_some_and(is_host) && !rest.contains(is_odd);
                (!is_whole).then_some(AddressFault::None(None))
            }
            "mailto" | "tel" | "sms" if may_be_inside => None,
            "mailto" | "tel" | "sms" => Some(AddressFault::None(None)),
            // `example.org:8080` is a host with a port.
            other if other.contains('.') => Some(AddressFault::None(Some(format!("https://{text}")))),
            other => Some(AddressFault::Unsafe(other.to_owned())),
        };
    }
    // What is named without a scheme is a page or a file, and links to those are looked at elsewhere.
    let is_inside = text.starts_with(['/', '#', '.']) || text.ends_with(".md") || text.contains(".md#");
    if may_be_inside && is_inside && !text.contains(char::is_whitespace) {
        return None;
    }
    let host = text.split(['/', '?', '#']).next().unwrap_or(text);
    let is_meant = host.contains('.') && is_host(host) && !text.contains(is_odd);
    Some(AddressFault::None(is_meant.then(|| format!("https://{text}"))))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'))
}

/// A name with letters (also other than Latin ones), or numbers, and perhaps a port.
fn is_host(text: &str) -> bool {
    let (name, port) = text.rsplit_once(':').unwrap_or((text, ""));
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
    };
    port.bytes().all(|byte| byte.is_ascii_digit()) && name.trim_end_matches('.').split('.').all(is_label)
}

fn is_odd(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || matches!(letter, '"' | '<' | '>' | '\\' | '`')
}

/// Whether a text is one email address: a name, `@`, and a host with a dot.
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.trim().split_once('@') else { return false };
    let is_name = !name.is_empty() && !name.contains(is_odd) && !name.contains([',', ';', '(', ')', '[', ']', ':']);
    is_name
        && !name.starts_with('.')
        && !name.ends_with('.')
        && host.contains('.')
        && !host.contains(':')
        && is_host(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_can_be_followed_are_fine() {
        for good in [
            "https://www.example.org",
            "http://example.org:8080/a?b=c#d",
            "https://żółw.example/ścieżka",
            "HTTPS://example.org/a:b",
            "https://127.0.0.1:8000/",
        ] {
            assert_eq!(web_fault(good, false), None, "{good}");
        }
        for inside in ["/breaks/", "#part", "breaks.md", "../a/b.md#c", "mailto:hub@example.org", "tel:999"] {
            assert_eq!(web_fault(inside, true), None, "{inside}");
            assert!(web_fault(inside, false).is_some(), "{inside}");
        }
    }

    #[test]
    fn what_is_none_is_told_with_what_was_meant() {
        let meant = |text: &str| match web_fault(text, false) {
            Some(AddressFault::None(meant)) => meant,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(meant("www.example.org/a").as_deref(), Some("https://www.example.org/a"));
        assert_eq!(meant("example.org:8080").as_deref(), Some("https://example.org:8080"));
        for text in
            ["https://", "https:/example.org", "https://a b.example", "ask at the desk", "https://a.example/a b", "-"]
        {
            assert_eq!(meant(text), None, "{text}");
        }
        assert_eq!(web_fault("javascript:alert(1)", true), Some(AddressFault::Unsafe("javascript".into())));
    }

    #[test]
    fn email_addresses_have_a_name_and_a_host() {
        for good in ["hub@example.org", "first.last+tag@sub.example.co.uk", "o'neill@example.org", "żółw@example.org"]
        {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "hub",
            "@example.org",
            "hub@example",
            "a@b@c.example",
            "a b@example.org",
            "hub@example..org",
            "a@example.org, b@example.org",
            "<a@example.org>",
            ".a@example.org",
            "",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
