//! Where the programme of an event lies, from the address of its page: files that a person can
//! save and open, because a page on another origin may not fetch most of them, and this one
//! fetches nothing from elsewhere.

/// Where a programme can be had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    /// A file at this address, in a format that is read here.
    File(String),
    /// No file: the page itself shows a table that can be copied.
    Page,
}

/// The source for a page; `None` if nothing is known of such pages.
pub fn source(address: &str) -> Option<Source> {
    let address = Some(address.trim()).filter(|it| !it.contains(char::is_whitespace))?;
    let rest = strip_scheme(address)?;
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let mut parts = rest.split('/').filter(|part| !part.is_empty());
    let host = parts.next()?.to_ascii_lowercase();
    let path: Vec<&str> = parts.collect();
    let on = |domain: &str| {
        host.strip_suffix(domain)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    let file = |text: String| Some(Source::File(text));
    match *path {
        // <https://docs.pretalx.org/user/schedule/>
        [event, ..] if on("pretalx.com") => file(format!(
            "https://{host}/{event}/schedule/export/schedule.json"
        )),
        // <https://github.com/frab/frab/wiki>: /<language>/<event>/public
        [language, event, "public", ..] => file(format!(
            "https://{host}/{language}/{event}/public/schedule.json"
        )),
        [event, "schedule" | "talk" | "speaker", ..] if !on("sched.com") && !on("fortee.jp") => {
            file(format!(
                "https://{host}/{event}/schedule/export/schedule.json"
            ))
        }
        // <https://github.com/cloudnativedaysjp/dreamkast>, `schemas/swagger.yml`
        [event, ..] if on("event.cloudnativedays.jp") => {
            file(format!("https://{host}/api/v1/talks?eventAbbr={event}"))
        }
        [event, ..] if on("fortee.jp") => file(format!("https://fortee.jp/{event}/api/timetable")),
        // <https://sched.com/support/>: the calendar of a whole event
        _ if on("sched.com") && host != "sched.com" => file(format!("https://{host}/all.ics")),
        _ if on("connpass.com") || on("doorkeeper.jp") => Some(Source::Page),
        _ => None,
    }
}

fn strip_scheme(address: &str) -> Option<&str> {
    let schemes = ["https://", "http://", "webcal://"];
    schemes.iter().find_map(|scheme| {
        let start = address.get(..scheme.len())?;
        start
            .eq_ignore_ascii_case(scheme)
            .then(|| &address[scheme.len()..])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_where_the_programme_lies() {
        for (page, file) in [
            (
                "https://pretalx.com/pycon-jp-2025/",
                "https://pretalx.com/pycon-jp-2025/schedule/export/schedule.json",
            ),
            (
                "https://cfp.example.org/2026/schedule/#2026-11-28",
                "https://cfp.example.org/2026/schedule/export/schedule.json",
            ),
            (
                "https://frab.example.org/en/camp/public/events",
                "https://frab.example.org/en/camp/public/schedule.json",
            ),
            (
                "https://event.cloudnativedays.jp/cndw2024",
                "https://event.cloudnativedays.jp/api/v1/talks?eventAbbr=cndw2024",
            ),
            (
                " https://kccnc2026.sched.com/?iframe=no ",
                "https://kccnc2026.sched.com/all.ics",
            ),
            (
                "HTTPS://fortee.jp/iosdc-japan-2026/timetable",
                "https://fortee.jp/iosdc-japan-2026/api/timetable",
            ),
        ] {
            assert_eq!(source(page), Some(Source::File(file.to_owned())), "{page}");
        }
        let copied = [
            "https://k8s.connpass.com/event/1/",
            "https://a.doorkeeper.jp/events/2",
        ];
        for page in copied {
            assert_eq!(source(page), Some(Source::Page), "{page}");
        }
        for unknown in [
            "",
            "pretalx.com/x",
            "https://",
            "https://pretalx.com",
            "https://example.org/",
            "https://notsched.com/a",
            "javascript:alert(1)",
            "https://pretalx.com/x\n13:00 a talk",
            "💡💡💡💡💡💡💡",
        ] {
            assert_eq!(source(unknown), None, "{unknown}");
        }
    }
}
