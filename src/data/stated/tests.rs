//! Tests of finding figures.

use super::*;

fn of(text: &str) -> Vec<Figure> {
    figures(text).into_iter().map(|(figure, _)| figure).collect()
}

#[test]
fn one_form_however_it_is_written() {
    let phone = || Figure::Phone("01632960123".into());
    for text in
        ["01632 960123", "(01632) 960 123.", "+44 1632 960123", "+44 (0)1632 960123", "01632-960-123", "۰۱۶۳۲ ۹۶۰۱۲۳"]
    {
        assert_eq!(of(text), [phone()], "{text}");
    }
    for text in ["£5", "£5.00", "5 pounds", "5 funtów", "5 £", "500p"] {
        assert_eq!(of(text), [Figure::Price(500)], "{text}");
    }
    for text in [
        "3 October 2026",
        "3rd of October 2026",
        "03/10/2026",
        "2026-10-03",
        "3 października 2026",
        "3 Hydref 2026",
        "3 اکتوبر 2026",
        "٣ أكتوبر ٢٠٢٦",
        "3.10.2026",
    ] {
        assert_eq!(of(text), [Figure::Date(3, 10, Some(2026))], "{text}");
    }
    for text in ["5.30pm", "5:30 pm", "17:30", "5.30 p.m."] {
        assert_eq!(of(text), [Figure::Time(17 * 60 + 30)], "{text}");
    }
    assert_eq!(of("9am to 5pm"), [Figure::Time(540), Figure::Time(1020)]);
    for text in ["9am–5pm", "9am-5pm", "9-5pm", "9 to 5pm", "9am - 5pm"] {
        assert_eq!(of(text), [Figure::Time(540), Figure::Time(1020)], "{text}");
    }
    assert_eq!(of("12-2pm"), [Figure::Time(720), Figure::Time(840)]);
    assert_eq!(of("1 to 5pm"), [Figure::Time(780), Figure::Time(1020)]);
    for text in ["£5-£10", "£5-10", "£5 to £10", "£5–£10"] {
        assert_eq!(of(text), [Figure::Price(500), Figure::Price(1000)], "{text}");
    }
    for text in ["3-5 May 2027", "3 to 5 May 2027", "3–5 May 2027"] {
        let date = |day| Figure::Date(day, 5, Some(2027));
        assert_eq!(of(text), [date(3), date(5)], "{text}");
    }
    assert_eq!(of("At 4 Quay Street, ZZ1 1AA."), [Figure::Postcode("ZZ11AA".into())]);
    assert_eq!(of("63% of 63 per cent"), [Figure::Percentage(6300), Figure::Percentage(6300)]);
    assert_eq!(
        of("£1.5 million, £1,200.50 and 45p"),
        [Figure::Price(150_000_000), Figure::Price(120_050), Figure::Price(45)]
    );
}

#[test]
fn what_is_not_sure_stays_out() {
    for text in [
        "",
        "3 things",
        "You may 2 of them",
        "999",
        "85258",
        "1,200 carers",
        "in 2026",
        "2024 to 2029",
        "page 3.5",
        "https://a.example/01632960123",
    ] {
        assert_eq!(of(text), [], "{text}");
    }
}

#[test]
fn two_numbers_are_two() {
    let two = of("01632 960123 or 01632 960124, 0800 1111");
    assert_eq!(two.len(), 3, "{two:?}");
    assert_eq!(of("Call 01632 960123 01632 960124").len(), 2);
}

#[test]
fn less_agrees_with_more() {
    let date = |day, month, year| Figure::Date(day, month, year);
    assert!(date(3, 10, None).agrees(&date(3, 10, Some(2026))));
    assert!(date(0, 10, Some(2026)).agrees(&date(3, 10, Some(2026))));
    assert!(!date(4, 10, None).agrees(&date(3, 10, Some(2026))));
    assert!(!Figure::Time(540).agrees(&Figure::Time(600)));
}
