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
fn hours_of_the_day_however_they_are_written() {
    for text in ["14:00", "14:00hrs", "14:00 hrs", "14:00h", "14:00 hours", "2pm"] {
        assert_eq!(of(text), [Figure::Time(840)], "{text}");
    }
    assert_eq!(of("06:30"), [Figure::Time(390)]);
    assert_eq!(of("6:30"), [Figure::Clock(390)]);
    assert_eq!(of("6 to 8:30"), [Figure::Clock(360), Figure::Clock(510)]);
    for half in ["6.30am", "6.30pm", "06:30", "18:30", "6:30"] {
        assert!(of("6:30")[0].agrees(&of(half)[0]) && of(half)[0].agrees(&of("6:30")[0]), "{half}");
    }
    assert!(!of("6.30am")[0].agrees(&of("6.30pm")[0]));
    assert!(!of("6:30")[0].agrees(&of("7:30")[0]));
}

#[test]
fn what_may_be_an_hour_is_kept_apart() {
    for (text, hours) in [
        ("from 10-12", &[600, 0][..]),
        ("open 9 to 4", &[540, 240]),
        ("from 6.30 to 8.30pm", &[390]),
        ("at 1400 hours", &[120]),
        ("at 14h", &[120]),
        ("from 10-12 May, 01632 960123, £5, 25 people", &[]),
    ] {
        assert_eq!(figures_and_hours(text).1, hours, "{text}");
    }
    assert!(of("2pm")[0].is_at(&[120]) && of("2am")[0].is_at(&[120]));
    assert!(!of("3pm")[0].is_at(&[120]) && !of("£2")[0].is_at(&[120]));
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
