//! The widths of a table's columns.

/// Cells between two columns.
pub(super) const SEPARATOR: usize = 1;

/// Makes the columns fit a table of `total` cells: columns of width 0 share what is free, then the last ones are
/// narrowed, and left out (`None`) where nothing remains for them.
pub(super) fn fit(widths: &[usize], total: usize) -> Vec<Option<usize>> {
    let mut fitted: Vec<Option<usize>> = widths.iter().map(|&width| Some(width.max(1))).collect();
    let free = |widths: &[usize]| widths.contains(&0);
    if free(widths) {
        let mut available = total.saturating_sub(sum(&fitted));
        while available > 0 {
            for (width, fixed) in fitted.iter_mut().zip(widths) {
                if let (Some(width), 0) = (width, *fixed)
                    && available > 0
                {
                    *width += 1;
                    available -= 1;
                }
            }
        }
    }
    while sum(&fitted) > total {
        let excess = sum(&fitted) - total;
        let Some(last) = fitted.iter().rposition(Option::is_some) else { break };
        let width = fitted[last].unwrap_or(0);
        fitted[last] = width.checked_sub(excess).filter(|&width| width > 0);
    }
    fitted
}

fn sum(widths: &[Option<usize>]) -> usize {
    let visible = widths.iter().flatten().count();
    widths.iter().flatten().sum::<usize>() + SEPARATOR * visible.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_columns_share_what_is_left() {
        assert_eq!(fit(&[30, 0], 80), [Some(30), Some(49)]);
        assert_eq!(fit(&[0, 0], 10), [Some(5), Some(4)]);
    }

    #[test]
    fn the_last_columns_give_way() {
        assert_eq!(fit(&[15, 50, 10, 6], 80), [Some(15), Some(50), Some(10), Some(2)]);
        assert_eq!(fit(&[40, 40, 5], 80), [Some(40), Some(39), None]);
    }
}
