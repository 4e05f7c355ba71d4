//! Memory whose amount script asks for: what cannot be had is an `OutOfMemoryException`, not the end of the process.

use crate::error::{Error, Result};
use crate::string::PsString;

/// The most bytes and elements that one list or string has; .NET's own bound for strings.
const MOST: usize = 0x3FFF_FFDF;

/// `OutOfMemoryException`.
pub fn out_of_memory() -> Error {
    Error::new("System.OutOfMemoryException", "Insufficient memory to continue the execution of the program.")
}

/// The product of an array's lengths.
///
/// # Errors
/// `OutOfMemoryException` where it is more than a list has.
pub fn total(lengths: &[usize]) -> Result<usize> {
    if lengths.contains(&0) {
        return Ok(0);
    }
    let product = lengths.iter().try_fold(1_usize, |product, length| product.checked_mul(*length));
    product.filter(|total| *total <= MOST).ok_or_else(out_of_memory)
}

/// An empty list with room for so many elements.
///
/// # Errors
/// `OutOfMemoryException` where that is more than a list has, or than there is.
pub fn room<T>(count: usize) -> Result<Vec<T>> {
    let mut list = Vec::new();
    if count > MOST {
        return Err(out_of_memory());
    }
    list.try_reserve_exact(count).map_err(|_| out_of_memory())?;
    Ok(list)
}

/// The items so many times, one after another.
///
/// # Errors
/// As of [`room`].
pub fn repeated<T: Clone>(items: &[T], times: usize) -> Result<Vec<T>> {
    let total = total(&[items.len(), times])?;
    let mut list = room(total)?;
    if total > 0 {
        list.extend_from_slice(items);
    }
    // What is there is copied behind itself, so that few copies do.
    while list.len() < total {
        list.extend_from_within(..list.len().min(total - list.len()));
    }
    Ok(list)
}

/// Makes a list shorter, or longer by copies of a value.
///
/// # Errors
/// As of [`room`].
pub fn resize<T: Clone>(list: &mut Vec<T>, length: usize, value: T) -> Result<()> {
    if length > MOST {
        return Err(out_of_memory());
    }
    list.try_reserve_exact(length.saturating_sub(list.len())).map_err(|_| out_of_memory())?;
    list.resize(length, value);
    Ok(())
}

/// A string so many times.
///
/// # Errors
/// As of [`room`].
pub fn repeated_text(text: &PsString, times: usize) -> Result<PsString> {
    let bytes = repeated(text.as_wtf8(), times)?;
    // The string copies the bytes, by an allocation that may not fail.
    room::<u8>(bytes.len())?;
    Ok(PsString::from_wtf8(bytes))
}

/// Two strings as one.
///
/// # Errors
/// As of [`room`].
pub fn joined_text(first: &PsString, second: &PsString) -> Result<PsString> {
    let total = first.as_wtf8().len() + second.as_wtf8().len();
    // Joining allocates the bytes and then the string, and neither may fail.
    room::<u8>(total)?;
    room::<u16>(total)?;
    Ok(first.concat(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_list_holds_is_out_of_memory() {
        assert!(repeated(&[1_u64], usize::MAX).is_err());
        assert!(repeated(&[1_u8, 2], MOST).is_err());
        assert!(total(&[1 << 40, 1 << 40]).is_err());
        assert!(resize(&mut vec![0_u8], MOST + 1, 0).is_err());
        assert!(repeated_text(&"a".into(), 0x7FFF_FFFF).is_err());
    }

    #[test]
    fn what_fits_is_made() {
        assert_eq!(repeated(&[1, 2], 3).unwrap(), [1, 2, 1, 2, 1, 2]);
        assert_eq!(total(&[1 << 40, 0, 1 << 40]).unwrap(), 0);
        assert_eq!(repeated_text(&"ab".into(), 2).unwrap(), "abab");
        assert_eq!(joined_text(&"ab".into(), &"c".into()).unwrap(), "abc");
        let mut list = vec![1, 2, 3];
        resize(&mut list, 5, 0).unwrap();
        assert_eq!(list, [1, 2, 3, 0, 0]);
    }
}
