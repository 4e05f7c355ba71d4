//! The oracle of the fuzz target `wsman_message`.

use crate::{Limits, Request, Response};

/// Reads bytes as a request and as a response; what is read must come back the same from what is written of it.
///
/// # Panics
///
/// When it does not.
pub fn message(bytes: &[u8]) {
    let limits = Limits::default();
    if let Ok(request) = Request::read(bytes, &limits) {
        let again = Request::read(&request.write(), &limits);
        assert_eq!(again.as_ref().map(|again| &again.body), Ok(&request.body));
    }
    if let Ok(response) = Response::read(bytes, &limits) {
        let again = Response::read(&response.write(), &limits);
        assert!(again.is_ok(), "{again:?}");
    }
}
