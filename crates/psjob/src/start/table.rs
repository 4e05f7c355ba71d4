//! A job as a line of the table in which PowerShell shows jobs.

use psjob_jobs::Job;

/// The columns with their widths, as PowerShell's view of jobs has them.
const COLUMNS: [(&str, usize); 7] = [
    ("Id", 6),
    ("Name", 15),
    ("PSJobTypeName", 15),
    ("State", 13),
    ("HasMoreData", 15),
    ("Location", 20),
    ("Command", 25),
];

/// The two lines above the jobs.
pub fn header() -> String {
    let names = COLUMNS.map(|(name, _)| name.to_owned());
    let rules = COLUMNS.map(|(name, _)| "-".repeat(name.len()));
    format!("{}\n{}", row(names), row(rules))
}

/// The line of a job. `has_more_data`: whether there may be output that was not received.
pub fn line(job: &Job, has_more_data: bool) -> String {
    row([
        job.id.to_string(),
        job.name.clone(),
        "BackgroundJob".into(),
        job.state().to_string(),
        if has_more_data { "True" } else { "False" }.into(),
        job.location(),
        job.command.clone(),
    ])
}

fn row(cells: [String; 7]) -> String {
    let cells = cells.iter().zip(COLUMNS).map(|(cell, (_, width))| format!("{:width$}", fit(cell, width)));
    cells.collect::<Vec<_>>().join(" ").trim_end().to_owned()
}

/// The text in one line of at most `width` characters.
fn fit(text: &str, width: usize) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.chars().count() <= width {
        return line;
    }
    line.chars().take(width - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_shown_as_powershell_shows_it() {
        let job = Job::background(1, None, "Get-Process |\nSort-Object CPU -Descending".into());
        assert_eq!(
            format!("{}\n{}", header(), line(&job, true)),
            "Id     Name            PSJobTypeName   State         HasMoreData     Location             Command\n\
             --     ----            -------------   -----         -----------     --------             -------\n\
             1      Job1            BackgroundJob   NotStarted    True            localhost            \
             Get-Process | Sort-Objec…"
        );
    }
}
