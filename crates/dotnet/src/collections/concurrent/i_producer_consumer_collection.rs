//! `System.Collections.Concurrent.IProducerConsumerCollection`1`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Concurrent.IProducerConsumerCollection`1`.
pub static I_PRODUCER_CONSUMER_COLLECTION: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
        "System.Collections.ICollection",
    ],
    generic: &["T"],
    ..FacadeType::interface("System.Collections.Concurrent.IProducerConsumerCollection`1")
};
