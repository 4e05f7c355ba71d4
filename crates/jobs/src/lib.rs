//! Jobs, their children and states, over any channel
