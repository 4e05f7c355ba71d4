//! The host calls of one lane that wait for their answers.

use std::collections::BTreeMap;

use crate::host::HostMethod;
use crate::message::{BodyError, HostResponse};

use super::event::HostOutcome;

/// The calls by their ids, which count from 1 for each lane.
#[derive(Debug, Default)]
pub(super) struct HostCalls {
    last: i64,
    waiting: BTreeMap<i64, HostMethod>,
}

impl HostCalls {
    /// Notes a call and gives its id.
    pub(super) fn begin(&mut self, method: HostMethod) -> i64 {
        self.last += 1;
        self.waiting.insert(self.last, method);
        self.last
    }

    /// Takes the call that a response answers out, and gives what came of it; `None` if no such call waits.
    pub(super) fn finish(&mut self, response: &HostResponse) -> Option<HostOutcome> {
        let method = self.waiting.remove(&response.call_id)?;
        if method != response.method {
            let found = response.method.number();
            return Some(HostOutcome::Malformed(BodyError::HostMethod { found }));
        }
        Some(match response.returned() {
            Ok(Ok(value)) => HostOutcome::Returned(value),
            Ok(Err(error)) => HostOutcome::Failed(Box::new(error.clone())),
            Err(error) => HostOutcome::Malformed(error),
        })
    }

    /// Takes all waiting calls out.
    pub(super) fn take_all(&mut self) -> Vec<i64> {
        std::mem::take(&mut self.waiting).into_keys().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::HostReturn;

    fn response(call_id: i64, method: HostMethod) -> HostResponse {
        HostResponse { outcome: Ok("text".into()), call_id, method }
    }

    #[test]
    fn an_answer_finds_its_call_once() {
        let mut calls = HostCalls::default();
        assert_eq!((calls.begin(HostMethod::ReadLine), calls.begin(HostMethod::ReadLine)), (1, 2));
        let answer = response(2, HostMethod::ReadLine);
        assert_eq!(calls.finish(&answer), Some(HostOutcome::Returned(HostReturn::Text("text".into()))));
        assert_eq!(calls.finish(&answer), None);
        assert_eq!(calls.take_all(), [1]);
    }

    #[test]
    fn an_answer_to_another_method_is_malformed() {
        let mut calls = HostCalls::default();
        calls.begin(HostMethod::ReadLine);
        let outcome = calls.finish(&response(1, HostMethod::GetName));
        assert_eq!(outcome, Some(HostOutcome::Malformed(BodyError::HostMethod { found: 1 })));
    }
}
