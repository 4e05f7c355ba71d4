//! `System.GC`: memory is freed when nothing refers to it; what scripts ask of the collector has nothing to do.

use pwsh_value::ty::{Call, FacadeType, method, property};
use pwsh_value::{Result, Value};

/// `System.GC`.
pub static GC: FacadeType = FacadeType {
    members: &[
        property("static int MaxGeneration {get;}", max_generation),
        method("static void Collect(int generation)", collect),
        method("static void Collect()", collect),
        method("static void Collect(int generation, System.GCCollectionMode mode)", collect),
        method("static void Collect(int generation, System.GCCollectionMode mode, bool blocking)", collect),
        method(
            "static void Collect(int generation, System.GCCollectionMode mode, bool blocking, bool compacting)",
            collect,
        ),
        method("static int CollectionCount(int generation)", collection_count),
        method("static void KeepAlive(System.Object obj)", keep_alive),
        method("static void WaitForPendingFinalizers()", wait_for_pending_finalizers),
        method("static void SuppressFinalize(System.Object obj)", suppress_finalize),
        method("static long GetTotalMemory(bool forceFullCollection)", get_total_memory),
    ],
    ..FacadeType::static_class("System.GC")
};

fn collect(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn wait_for_pending_finalizers(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn keep_alive(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn suppress_finalize(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn max_generation(_: &mut Call<'_>) -> Result<Value> {
    Ok(2.into())
}

fn collection_count(_: &mut Call<'_>) -> Result<Value> {
    Ok(0.into())
}

/// What the process has in memory.
fn get_total_memory(_: &mut Call<'_>) -> Result<Value> {
    Ok((crate::diagnostics::proc_file::usage(std::process::id()).resident as i64).into())
}
