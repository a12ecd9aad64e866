//! The scores that Lighthouse gives the page on its first visit, and what it finds. It simulates
//! a slow network and processor for the phone; its performance is one of this machine all the same.

use std::process::{Command, ExitCode, Stdio};

use serde_json::Value;

use crate::server::Site;
use crate::tools;
use crate::world::World;

const CATEGORIES: [&str; 3] = ["performance", "accessibility", "best-practices"];

/// Prints a table, and below it whatever has not the full score.
pub fn run(world: &World) -> ExitCode {
    let site = Site::serve_compressed(&world.dist);
    let done = ["mobile", "desktop"].map(|preset| report(world, &site, preset));
    println!("| Lighthouse | {} |", CATEGORIES.join(" | "));
    println!("|---|{}", "--:|".repeat(CATEGORIES.len()));
    let mut findings = Vec::new();
    for (preset, report) in ["mobile", "desktop"].iter().zip(&done) {
        let report = match report {
            Ok(report) => report,
            Err(why) => {
                eprintln!("{why}");
                return ExitCode::FAILURE;
            }
        };
        let scores = CATEGORIES.map(|name| percent(&report["categories"][name]["score"]));
        println!("| {preset} | {} |", scores.join(" | "));
        findings.extend(found(report).map(|line| format!("{preset}: {line}")));
    }
    println!("\n{}", findings.join("\n"));
    ExitCode::SUCCESS
}

fn report(world: &World, site: &Site, preset: &str) -> Result<Value, String> {
    let mut command = Command::new("node");
    command
        .arg(tools::lighthouse()?)
        .args([&site.page(), "--quiet", "--output=json"])
        .arg(format!("--only-categories={}", CATEGORIES.join(",")))
        .arg("--chrome-flags=--headless --no-sandbox --disable-gpu")
        .env("CHROME_PATH", world.tools.path("chromium")?)
        .stderr(Stdio::inherit());
    if preset != "mobile" {
        command.arg(format!("--preset={preset}"));
    }
    let told = command.output().map_err(|why| format!("node: {why}"))?;
    serde_json::from_slice(&told.stdout).map_err(|why| format!("Lighthouse: {why}"))
}

fn percent(score: &Value) -> String {
    let score = score.as_f64();
    score.map_or_else(|| "none".to_owned(), |it| format!("{:.0}", it * 100.0))
}

/// What counts and is not as good as it can be, the worst first.
fn found(report: &Value) -> impl Iterator<Item = String> {
    let all = CATEGORIES.iter().flat_map(|category| {
        let audits = report["categories"][*category]["auditRefs"].as_array();
        audits.into_iter().flatten().filter_map(move |counted| {
            let audit = &report["audits"][counted["id"].as_str()?];
            let (score, weight) = (audit["score"].as_f64()?, counted["weight"].as_f64()?);
            let said = ["id", "title", "displayValue"].map(|it| audit[it].as_str().unwrap_or(""));
            let line = format!("{category}, {:.2}: {}", score, said.join(", "));
            (score < 1.0 && weight > 0.0).then_some((score, line))
        })
    });
    let mut all: Vec<(f64, String)> = all.collect();
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    all.into_iter().map(|it| it.1)
}
