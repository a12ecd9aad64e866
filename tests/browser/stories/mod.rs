//! The stories, each run in every browser at every size.

mod lab;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::LazyLock;

use libtest_mimic::{Arguments, Failed, Trial};

use crate::engine::{Device, Engine, Size};
use crate::page::Page;
use crate::server::LAB;
use crate::world::{World, empty_folder};

/// Two browsers at once: the machines that run this have two cores.
const AT_ONCE: usize = 2;

type Story = fn(&mut Page<'_>);

/// The name of a story is the name of its function.
macro_rules! stories {
    ($place:expr; $($module:ident::$story:ident),* $(,)?) => {
        [$((stringify!($story), $place, $module::$story as Story)),*]
    };
}

/// Made when the first story needs it, so that a run without stories is quick.
static WORLD: LazyLock<Result<World, String>> = LazyLock::new(|| World::make(&engines()));

/// Runs what the arguments of `cargo test` select.
pub fn run() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = arguments.test_threads.or(Some(AT_ONCE));
    let lab = stories![LAB;
        lab::finds_types_and_reads,
        lab::downloads_a_file,
        lab::keeps_the_profile_when_closed,
        lab::hears_every_complaint,
        lab::counts_calls_to_a_stranger,
        lab::composes_with_an_input_method,
    ];
    let mut trials = Vec::new();
    for engine in engines() {
        for size in Size::ALL {
            for (name, place, story) in lab {
                let name = format!("{engine}::{size}::{name}");
                let own = name.clone();
                trials.push(Trial::test(name, move || {
                    tell(&own, engine, size, place, story)
                }));
            }
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// `BROWSERS=chromium,firefox` narrows.
fn engines() -> Vec<Engine> {
    let wanted = std::env::var("BROWSERS").unwrap_or_default();
    let wanted: Vec<&str> = wanted
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    let engines: Vec<Engine> = Engine::ALL
        .into_iter()
        .filter(|engine| wanted.is_empty() || wanted.contains(&engine.to_string().as_str()))
        .collect();
    assert!(
        !engines.is_empty(),
        "BROWSERS names chromium, firefox or webkit"
    );
    engines
}

/// One story with a fresh profile; a failure carries what was seen.
fn tell(name: &str, engine: Engine, size: Size, place: &str, story: Story) -> Result<(), Failed> {
    let world = WORLD.as_ref()?;
    let home = empty_folder(&name.replace("::", "-"))?;
    let device = Device {
        size,
        dark: false,
        language: "ja",
        flags: &[],
    };
    let url = format!("{}{place}/", world.site.origin);
    let mut page = Page::new(engine, device, &world.tools, home, url);
    let told = catch_unwind(AssertUnwindSafe(|| {
        page.open();
        story(&mut page);
        page.complains_about_nothing();
    }));
    told.map_err(|panic| {
        let why = panic.downcast_ref::<String>().map(String::as_str);
        let why = why
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("a panic");
        Failed::from(format!("{why}\n{}", page.evidence()))
    })
}
