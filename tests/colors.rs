//! The colours of `style/tokens.css`: told once, and far enough apart to be seen
//! (WCAG 2.2, 1.4.3 for words, 1.4.11 for what is no word). Knows the sheets as
//! text only.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../style/tokens.css");
const PAGE: &str = include_str!("../index.html");

/// Words: 4.5 to 1.
const WORDS: [(&str, &[&str]); 10] = [
    ("ink", &["paper", "card", "sunken"]),
    ("soft", &["paper", "card", "sunken"]),
    ("accent", &["paper", "card", "accent-soft"]),
    ("on-accent", &["accent", "accent-strong"]),
    ("safe", &["safe-soft", "paper", "card"]),
    ("warn", &["warn-soft", "paper", "card"]),
    ("bad", &["bad-soft", "paper", "card", "sunken"]),
    (
        "ink",
        &["safe-soft", "warn-soft", "bad-soft", "accent-soft"],
    ),
    ("paper", &["ink"]),
    ("card", &["ink"]),
];

/// Edges of fields, rings of the focus, contours of pictures: 3 to 1.
const SHAPES: [(&str, &[&str]); 2] = [
    ("edge", &["paper", "card", "sunken"]),
    ("accent", &["paper", "card", "sunken"]),
];

const THEMES: [&str; 3] = ["by day", "by night", "in a dark hall"];

/// Every line that gives a name a value.
fn values(rules: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = rules.lines().map(str::trim);
    lines.filter_map(|line| line.strip_prefix("--")?.split_once(": "))
}

/// Each colour in each of the themes.
fn colors() -> BTreeMap<&'static str, [&'static str; 3]> {
    let (all, hall) = TOKENS
        .split_once(":root[data-hall=\"on\"] {")
        .expect("the hall has colours of its own");
    let hall: BTreeMap<_, _> = values(hall).collect();
    let mut colors = BTreeMap::new();
    for (name, value) in values(all) {
        let both = value.strip_prefix("light-dark(#");
        let Some((day, night)) = both.and_then(|it| it.strip_suffix(");")?.split_once(", #"))
        else {
            assert!(!value.starts_with('#'), "{name} has no night");
            continue;
        };
        let in_hall = hall[name].trim_start_matches('#').trim_end_matches(';');
        assert!(
            colors.insert(name, [day, night, in_hall]).is_none(),
            "{name} is told twice"
        );
    }
    colors
}

/// Relative luminance (WCAG 2.2, definitions) of six hexadecimal digits.
fn luminance(color: &str) -> f64 {
    let part = |at: usize| {
        let byte = u8::from_str_radix(&color[at..at + 2], 16).expect("a colour of six digits");
        let share = f64::from(byte) / 255.0;
        match share <= 0.04045 {
            true => share / 12.92,
            false => ((share + 0.055) / 1.055).powf(2.4),
        }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The pairs that are nearer to each other than `least`.
fn too_near(pairs: &[(&str, &[&str])], least: f64) -> Vec<String> {
    let colors = colors();
    let mut found = Vec::new();
    for (front, grounds) in pairs {
        for ground in *grounds {
            for (theme, time) in THEMES.into_iter().enumerate() {
                let contrast = contrast(colors[front][theme], colors[ground][theme]);
                if contrast < least {
                    found.push(format!("{front} on {ground} {time}: {contrast:.2}"));
                }
            }
        }
    }
    found
}

#[test]
fn words_can_be_read() {
    assert_eq!(too_near(&WORDS, 4.5), [""; 0]);
}

#[test]
fn shapes_can_be_seen() {
    assert_eq!(too_near(&SHAPES, 3.0), [""; 0]);
}

#[test]
fn an_emoji_has_a_contour_wherever_one_is_chosen_or_shown() {
    assert!(TOKENS.contains("--contour: 0 0 1px var(--edge)"));
    for (sheet, rule) in [
        (include_str!("../style/cards.css"), ".card-emoji"),
        (include_str!("../style/layout.css"), ".bar-emoji"),
        (include_str!("../style/form.css"), ".emoji-option"),
        (include_str!("../style/form.css"), ".emoji-input"),
    ] {
        let body = sheet
            .split_once(&format!("\n{rule} {{"))
            .expect("the rule is there")
            .1;
        let body = body.split('}').next().unwrap_or_default();
        assert!(body.contains("text-shadow: var(--contour)"), "{rule}");
    }
}

#[test]
fn the_bars_of_the_browser_have_the_colour_of_the_paper() {
    let [day, night, in_hall] = colors()["paper"];
    for (theme, color) in [("light", day), ("dark", night)] {
        let meta = format!(
            "<meta name=\"theme-color\" content=\"#{color}\" media=\"(prefers-color-scheme: {theme})\""
        );
        assert!(PAGE.contains(&meta), "{meta}");
    }
    assert_eq!(in_hall, "000000", "black gives no light");
    let meta =
        "<meta name=\"theme-color\" content=\"#000000\" media=\"not all\" data-theme=\"hall\"";
    assert!(PAGE.contains(meta), "{meta}");
}
