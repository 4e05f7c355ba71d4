//! The versions of the protocol and what hangs on them ([MS-PSRP] 1.7).

use std::fmt;

use clixml::Version;

/// A version of the protocol that both ends may speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProtocolVersion {
    /// Windows PowerShell 2.0.
    V2_0,
    /// Windows PowerShell 2.0 as it was shipped.
    V2_1,
    /// Windows PowerShell 3.0: disconnect and connect, merging of each stream.
    V2_2,
    /// Windows PowerShell 5.0 to PowerShell 7.5: information records, reset.
    V2_3,
    /// PowerShell 7.6: secure strings are not encrypted.
    V2_4,
}

impl ProtocolVersion {
    /// The newest version.
    pub const NEWEST: Self = Self::V2_4;

    /// The number on the wire.
    pub fn number(self) -> Version {
        Version::new(2, self as u32)
    }

    /// The version with this number, if it is one of these.
    pub fn from_number(number: Version) -> Option<Self> {
        [Self::V2_0, Self::V2_1, Self::V2_2, Self::V2_3, Self::V2_4]
            .into_iter()
            .find(|version| version.number() == number)
    }

    /// What a server answers to a client of this version: the same up to 2.3, the newest to any 2.4 and later;
    /// `None` if they have no version in common.
    pub fn answer_to(client: Version) -> Option<Self> {
        match client {
            Version { major: 2, minor: 4.., .. } => Some(Self::NEWEST),
            _ => Self::from_number(client),
        }
    }

    /// Whether secure strings are encrypted with a session key.
    pub fn encrypts_secure_strings(self) -> bool {
        self < Self::V2_4
    }

    /// Whether the server asks for the client's public key before it sends a secure string. Later clients send
    /// the key when they have a secure string to open.
    pub fn server_requests_key(self) -> bool {
        self < Self::V2_2
    }

    /// Whether a client can take over a pool that another one made.
    pub fn can_connect(self) -> bool {
        self >= Self::V2_2
    }

    /// Whether a command says for each stream where it goes.
    pub fn merges_streams(self) -> bool {
        self >= Self::V2_2
    }

    /// Whether a command says where its information records go.
    pub fn merges_information(self) -> bool {
        self >= Self::V2_3
    }

    /// Whether a runspace can be reset.
    pub fn can_reset(self) -> bool {
        self >= Self::V2_3
    }
}

impl fmt::Display for ProtocolVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_answers_old_clients_with_their_own_version_and_new_ones_with_the_newest() {
        let answer = |major, minor| ProtocolVersion::answer_to(Version::new(major, minor));
        assert_eq!(answer(2, 0), Some(ProtocolVersion::V2_0));
        assert_eq!(answer(2, 3), Some(ProtocolVersion::V2_3));
        assert_eq!(answer(2, 4), Some(ProtocolVersion::V2_4));
        assert_eq!(answer(2, 9), Some(ProtocolVersion::V2_4));
        assert_eq!((answer(1, 4), answer(3, 0)), (None, None));
    }
}
