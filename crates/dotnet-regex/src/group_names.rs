//! The numbers and names of a pattern's groups, as .NET gives them.

/// Groups in ascending order of their numbers; the place of a group in that order is its slot.
#[derive(Debug, Default)]
pub(crate) struct GroupNames {
    numbers: Vec<u32>,
    /// Named groups and their numbers, in ascending order of the numbers.
    names: Vec<(Vec<u16>, u32)>,
}

impl GroupNames {
    /// `numbers` in ascending order, 0 among them; `names` in ascending order of their numbers.
    pub(crate) fn new(numbers: Vec<u32>, names: Vec<(Vec<u16>, u32)>) -> Self {
        Self { numbers, names }
    }

    pub(crate) fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    pub(crate) fn slot_of_number(&self, number: u32) -> Option<usize> {
        // most patterns have no gaps
        if self.numbers.get(number as usize) == Some(&number) {
            return Some(number as usize);
        }
        self.numbers.binary_search(&number).ok()
    }

    pub(crate) fn name_of_slot(&self, slot: usize) -> String {
        let number = self.numbers[slot];
        match self.names.binary_search_by_key(&number, |&(_, number)| number) {
            Ok(index) => String::from_utf16_lossy(&self.names[index].0),
            Err(_) => number.to_string(),
        }
    }

    /// The number of the group that was given this very name.
    pub(crate) fn number_of_given_name(&self, name: &[u16]) -> Option<u32> {
        self.names.iter().find(|(given, _)| given == name).map(|&(_, number)| number)
    }

    /// The number of the group with this name, or whose number has these digits and no name.
    pub(crate) fn number_of_name(&self, name: &str) -> Option<u32> {
        let units: Vec<u16> = name.encode_utf16().collect();
        if let Some(number) = self.number_of_given_name(&units) {
            return Some(number);
        }
        let digits = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
        let number: u32 = name.parse().ok().filter(|_| digits)?;
        // where no group has a name and no number is left out, .NET takes leading zeros
        let plain = self.names.is_empty()
            && self.numbers.len() == self.numbers.last().map_or(0, |&last| last as usize + 1);
        if plain {
            return self.slot_of_number(number).map(|_| number);
        }
        let slot = self.slot_of_number(number)?;
        (self.name_of_slot(slot) == name).then_some(number)
    }
}
