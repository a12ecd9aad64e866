//! The English templates: the same kinds as the Japanese ones, and the trip
//! report that English-speaking teams write. A new kind is one more entry.

use super::template::{Part, Template};

/// The opening lines that all kinds share.
const OPENING: &str = "\
I am {me}.
On {days} I went to {name}.
It took place at {venue}.
My role: {role}.
The hashtag is {hashtag}.
{link}
";

/// The closing words that all kinds share.
pub(super) const CLOSING: &str = "\
Thanks to the organisers, speakers, sponsors and staff.
{hashtag}
";

pub(super) const TEMPLATES: &[Template] = &[
    Template {
        name: "Conference",
        about: "A memo for each session, for two days or more",
        parts: &[
            Part::top("Introduction", OPENING),
            Part::top("What is {called}?", ""),
            Part::top("Why I went", ""),
            Part::top("Photos", ""),
            Part::top("My talk", ""),
            Part::top("Sessions I heard", ""),
            Part::top("Watch later", ""),
            Part::top("What I learned about myself", ""),
            Part::top("Closing words", CLOSING),
        ],
    },
    Template {
        name: "Blank",
        about: "Choose every heading yourself",
        parts: &[],
    },
    Template {
        name: "Day by day",
        about: "Split into day 1 and day 2",
        parts: &[
            Part::top("Introduction", OPENING),
            Part::top("Day 1", ""),
            Part::nested("And also", ""),
            Part::top("Day 2", ""),
            Part::nested("And also", ""),
            Part::top("The party", ""),
            Part::top("Closing words", CLOSING),
        ],
    },
    Template {
        name: "Meetup",
        about: "An evening of short talks",
        parts: &[
            Part::top("About the evening", OPENING),
            Part::top("Talks", ""),
            Part::nested("Talk 1", ""),
            Part::nested("Talk 2", ""),
            Part::top("Recordings", ""),
            Part::top("Links", ""),
            Part::top("Closing words", CLOSING),
        ],
    },
    Template {
        name: "Digest for colleagues",
        about: "The essence first, for those who were not there",
        parts: &[
            Part::top("TL;DR", ""),
            Part::top("About the event", OPENING),
            Part::top("Highlights", ""),
            Part::top("Sessions to watch", ""),
            Part::nested("For whom", ""),
            Part::top("Closing words", CLOSING),
        ],
    },
    Template {
        name: "Slide index",
        about: "Links to the slides with a short impression each",
        parts: &[
            Part::top("Introduction", OPENING),
            Part::top(
                "Slides",
                "| Time | Session | Slides |\n| --- | --- | --- |\n|  |  |  |",
            ),
            Part::top("Impressions", ""),
            Part::top("Closing words", CLOSING),
        ],
    },
    Template {
        name: "Trip report",
        about: "What it was worth to the team, and what to do next",
        parts: &[
            Part::top("Summary", OPENING),
            Part::top("Key takeaways", ""),
            Part::top("Sessions", ""),
            Part::top("People and conversations", ""),
            Part::top("What we should do", ""),
            Part::top("Would I go again?", ""),
        ],
    },
];
