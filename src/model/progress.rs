//! What strategies promise and how far that is, as their components say it.

use jiff::civil::Date;

use super::{PageId, When};
use crate::source::Span;

/// What one page, or all strategies of a site together, promise and measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// The priorities in order.
    pub priorities: Vec<Priority>,
    /// The actions in order.
    pub actions: Vec<Action>,
    /// The measures in order.
    pub measures: Vec<Measure>,
}

/// A priority of a strategy.
#[derive(Clone, Debug, PartialEq)]
pub struct Priority {
    /// The page it stands on; the first page while that is still being read.
    pub page: PageId,
    /// The name that actions use, which is its anchor.
    pub id: String,
    /// Its number as written.
    pub number: Option<String>,
    /// What it says.
    pub title: String,
}

/// One thing that will be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// The page it stands on; the first page while that is still being read.
    pub page: PageId,
    /// The id of its priority: the one it names, or the one it stands in.
    pub priority: Option<String>,
    /// What will be done: its first paragraph in plain words.
    pub words: String,
    /// What else there is to know, which for a late action is why: the rest in plain words.
    pub why: String,
    /// Who does it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<When>,
    /// When it was done.
    pub done: Option<When>,
    /// How far it is, as written.
    pub state: ActionState,
    /// Its opening fence, or its row.
    pub span: Span,
    /// Whether it names its priority itself.
    pub names_priority: bool,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActionState {
    /// It is finished.
    Done,
    /// Somebody works on it.
    InProgress,
    /// It should be done by now.
    Late,
    /// Nobody works on it yet.
    #[default]
    NotStarted,
    /// It will not be done.
    Stopped,
}

impl ActionState {
    /// Every state, in the order in which they are added up.
    pub const ALL: [Self; 5] = [Self::Done, Self::InProgress, Self::Late, Self::NotStarted, Self::Stopped];

    /// The words that editors write.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::InProgress => "in progress",
            Self::Late => "late",
            Self::NotStarted => "not started",
            Self::Stopped => "stopped",
        }
    }

    /// The state that a word stands for.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// The state as part of a name: `in_progress`.
    pub fn key(self) -> String {
        self.word().replace(' ', "_")
    }
}

impl Action {
    /// How far it is on a day: what was to be done by then and is not, is late, whatever was written.
    pub fn state_on(&self, day: Date) -> ActionState {
        match self.state {
            ActionState::InProgress | ActionState::NotStarted if self.is_overdue(day) => ActionState::Late,
            state => state,
        }
    }

    /// Whether its last day has passed.
    pub fn is_overdue(&self, day: Date) -> bool {
        self.due.is_some_and(|due| due.last_day() < day)
    }
}

/// How we know whether things get better.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// The page it stands on; the first page while that is still being read.
    pub page: PageId,
    /// The id of the priority it stands in.
    pub priority: Option<String>,
    /// What is measured.
    pub title: String,
    /// What stands with each number: `%`, `weeks`, `£ million`.
    pub unit: Option<String>,
    /// The dated values in the order of their dates, where it started and where it is among them.
    pub values: Vec<MeasureValue>,
    /// Where it is to go, and by when.
    pub target: Option<MeasureValue>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// What carers said about it, in plain words.
    pub said: String,
}

/// A number and when it was true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeasureValue {
    /// The number.
    pub number: f64,
    /// When.
    pub when: Option<When>,
}

impl Measure {
    /// The last value known on a day.
    pub fn value_on(&self, day: Date) -> Option<MeasureValue> {
        self.values.iter().rev().find(|value| value.when.is_none_or(|when| when.last_day() <= day)).copied()
    }
}

/// How many actions are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([usize; ActionState::ALL.len()]);

impl Tally {
    /// Counts states.
    pub fn of(states: impl IntoIterator<Item = ActionState>) -> Self {
        let mut tally = Self::default();
        for state in states {
            tally.0[ActionState::ALL.iter().position(|known| *known == state).unwrap_or(0)] += 1;
        }
        tally
    }

    /// Each state that any action is in, with their number.
    pub fn parts(self) -> impl Iterator<Item = (ActionState, usize)> {
        ActionState::ALL.into_iter().zip(self.0).filter(|(_, count)| *count > 0)
    }

    /// How many there are in all.
    pub fn total(self) -> usize {
        self.0.iter().sum()
    }

    /// How many are in one state.
    pub fn count(self, state: ActionState) -> usize {
        self.parts().find(|(known, _)| *known == state).map_or(0, |(_, count)| count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn action(state: ActionState, due: &str) -> Action {
        Action {
            page: PageId(0),
            priority: None,
            words: "Train staff.".into(),
            why: String::new(),
            owner: None,
            due: When::read(due),
            done: None,
            state,
            span: Span::whole(FileId(0)),
            names_priority: false,
        }
    }

    #[test]
    fn what_should_be_done_by_now_is_late_and_nothing_else_is() {
        let day = "2026-11-22".parse().expect("a day");
        let state = |state, due| action(state, due).state_on(day);
        assert_eq!(state(ActionState::InProgress, "2026-10"), ActionState::Late);
        assert_eq!(state(ActionState::NotStarted, "2025"), ActionState::Late);
        assert_eq!(state(ActionState::InProgress, "2026-11"), ActionState::InProgress);
        assert_eq!(state(ActionState::InProgress, "2026"), ActionState::InProgress);
        assert_eq!(state(ActionState::InProgress, ""), ActionState::InProgress);
        assert_eq!(state(ActionState::Done, "2025"), ActionState::Done);
        assert_eq!(state(ActionState::Stopped, "2025"), ActionState::Stopped);
    }

    #[test]
    fn a_tally_adds_up() {
        use ActionState::{Done, Late, Stopped};
        let tally = Tally::of([Done, Stopped, Done, Late]);
        assert_eq!(tally.parts().collect::<Vec<_>>(), [(Done, 2), (Late, 1), (Stopped, 1)]);
        assert_eq!((tally.total(), tally.count(Done), tally.count(ActionState::InProgress)), (4, 2, 0));
    }
}
