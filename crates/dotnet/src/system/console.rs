//! `System.Console`. A session has none: what is written goes nowhere until script puts a writer there, and there
//! is nothing to read, as in PowerShell's own server.

use crate::fault;
use crate::io::text_reader::Reader;
use crate::io::text_writer::Writer;
use crate::text::encoding::encoding_object;
use parking_lot::Mutex;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::{Call, FacadeType, method, named, property, property_rw};
use pwsh_value::{Context, Error, Obj, Result, Value};
use std::sync::Arc;

/// `System.Console`.
pub static CONSOLE: FacadeType = FacadeType {
    members: &[
        property("static System.IO.TextReader In {get;}", input),
        property("static System.IO.TextWriter Out {get;}", output),
        property("static System.IO.TextWriter Error {get;}", error),
        property_rw("static System.Text.Encoding InputEncoding {get;set;}", input_encoding, ignore),
        property_rw(
            "static System.Text.Encoding OutputEncoding {get;set;}",
            output_encoding,
            set_output_encoding,
        ),
        property("static bool KeyAvailable {get;}", key_available),
        property("static bool IsInputRedirected {get;}", yes),
        property("static bool IsOutputRedirected {get;}", yes),
        property("static bool IsErrorRedirected {get;}", yes),
        property_rw("static System.ConsoleColor BackgroundColor {get;set;}", color, ignore),
        property_rw("static System.ConsoleColor ForegroundColor {get;set;}", color, ignore),
        property_rw("static int BufferWidth {get;set;}", width, unsupported),
        property_rw("static int BufferHeight {get;set;}", height, unsupported),
        property_rw("static int WindowLeft {get;set;}", zero, unsupported),
        property_rw("static int WindowTop {get;set;}", zero, unsupported),
        property_rw("static int WindowWidth {get;set;}", width, unsupported),
        property_rw("static int WindowHeight {get;set;}", height, unsupported),
        property("static int LargestWindowWidth {get;}", width),
        property("static int LargestWindowHeight {get;}", height),
        property("static bool NumberLock {get;}", unsupported),
        property("static bool CapsLock {get;}", unsupported),
        property_rw("static bool CursorVisible {get;set;}", unsupported, ignore),
        property_rw("static int CursorSize {get;set;}", cursor_size, unsupported),
        property_rw("static int CursorLeft {get;set;}", zero, ignore),
        property_rw("static int CursorTop {get;set;}", zero, ignore),
        property_rw("static string Title {get;set;}", unsupported, ignore),
        property_rw("static bool TreatControlCAsInput {get;set;}", no, ignore),
        method("static System.ConsoleKeyInfo ReadKey()", read_key),
        method("static System.ConsoleKeyInfo ReadKey(bool intercept)", read_key),
        method("static void ResetColor()", ignore),
        method("static void Beep()", ignore),
        method("static void Clear()", ignore),
        method("static void SetCursorPosition(int left, int top)", ignore),
        method("static System.ValueTuple[int,int] GetCursorPosition()", get_cursor_position),
        method("static void SetBufferSize(int width, int height)", unsupported),
        method("static void SetWindowPosition(int left, int top)", unsupported),
        method("static void SetWindowSize(int width, int height)", unsupported),
        method("static void SetIn(System.IO.TextReader newIn)", set_in),
        method("static void SetOut(System.IO.TextWriter newOut)", set_out),
        method("static void SetError(System.IO.TextWriter newError)", set_error),
        method("static int Read()", read),
        method("static string ReadLine()", read_line),
        method("static void WriteLine()", write_line),
        method("static void WriteLine(bool value)", write_line),
        method("static void WriteLine(char value)", write_line),
        method("static void WriteLine(char[] buffer)", write_line),
        method("static void WriteLine(char[] buffer, int index, int count)", write_line),
        method("static void WriteLine(decimal value)", write_line),
        method("static void WriteLine(double value)", write_line),
        method("static void WriteLine(float value)", write_line),
        method("static void WriteLine(int value)", write_line),
        method("static void WriteLine(uint value)", write_line),
        method("static void WriteLine(long value)", write_line),
        method("static void WriteLine(ulong value)", write_line),
        method("static void WriteLine(System.Object value)", write_line),
        method("static void WriteLine(string value)", write_line),
        method("static void WriteLine(string format, System.Object arg0)", write_line),
        method("static void WriteLine(string format, System.Object arg0, System.Object arg1)", write_line),
        method(
            "static void WriteLine(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            write_line,
        ),
        method("static void WriteLine(string format, Params System.Object[] arg)", write_line),
        method("static void Write(string format, System.Object arg0)", write),
        method("static void Write(string format, System.Object arg0, System.Object arg1)", write),
        method(
            "static void Write(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            write,
        ),
        method("static void Write(string format, Params System.Object[] arg)", write),
        method("static void Write(bool value)", write),
        method("static void Write(char value)", write),
        method("static void Write(char[] buffer)", write),
        method("static void Write(char[] buffer, int index, int count)", write),
        method("static void Write(double value)", write),
        method("static void Write(decimal value)", write),
        method("static void Write(float value)", write),
        method("static void Write(int value)", write),
        method("static void Write(uint value)", write),
        method("static void Write(long value)", write),
        method("static void Write(ulong value)", write),
        method("static void Write(System.Object value)", write),
        method("static void Write(string value)", write),
    ],
    ..FacadeType::static_class("System.Console")
};

/// `System.IO.TextWriter+NullTextWriter`.
pub static NULL_TEXT_WRITER: FacadeType =
    FacadeType { base: "System.IO.TextWriter", ..FacadeType::class("System.IO.TextWriter+NullTextWriter") };

/// `System.IO.SyncTextReader`.
pub static SYNC_TEXT_READER: FacadeType =
    FacadeType { base: "System.IO.TextReader", ..FacadeType::class("System.IO.SyncTextReader") };

/// What script put in the place of a session's streams.
struct Streams {
    input: Mutex<Value>,
    output: Mutex<Value>,
    error: Mutex<Value>,
    output_encoding: Mutex<Value>,
}

impl Default for Streams {
    fn default() -> Streams {
        let nowhere = || {
            let writer = Writer::new(Value::Null, Encoding::Utf8, true);
            Obj::new(named("System.IO.TextWriter+NullTextWriter"), writer).into()
        };
        let nothing = Obj::new(named("System.IO.SyncTextReader"), Reader::of_text(String::new()));
        Streams {
            input: Mutex::new(nothing.into()),
            output: Mutex::new(nowhere()),
            error: Mutex::new(nowhere()),
            output_encoding: Mutex::new(encoding_object(Encoding::Utf8, false)),
        }
    }
}

fn streams(cx: &dyn Context) -> Arc<Streams> {
    cx.process().statics()
}

fn input(call: &mut Call<'_>) -> Result<Value> {
    Ok(streams(call.cx).input.lock().clone())
}

fn output(call: &mut Call<'_>) -> Result<Value> {
    Ok(streams(call.cx).output.lock().clone())
}

fn error(call: &mut Call<'_>) -> Result<Value> {
    Ok(streams(call.cx).error.lock().clone())
}

fn replace(call: &Call<'_>, slot: &Mutex<Value>, parameter: &str) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null(parameter));
    }
    *slot.lock() = call.args[0].clone();
    Ok(Value::Void)
}

fn set_in(call: &mut Call<'_>) -> Result<Value> {
    replace(call, &streams(call.cx).input, "newIn")
}

fn set_out(call: &mut Call<'_>) -> Result<Value> {
    replace(call, &streams(call.cx).output, "newOut")
}

fn set_error(call: &mut Call<'_>) -> Result<Value> {
    replace(call, &streams(call.cx).error, "newError")
}

fn input_encoding(_: &mut Call<'_>) -> Result<Value> {
    Ok(encoding_object(Encoding::Utf8, false))
}

fn output_encoding(call: &mut Call<'_>) -> Result<Value> {
    Ok(streams(call.cx).output_encoding.lock().clone())
}

fn set_output_encoding(call: &mut Call<'_>) -> Result<Value> {
    replace(call, &streams(call.cx).output_encoding, "value")
}

fn read(call: &mut Call<'_>) -> Result<Value> {
    let input = input(call)?;
    call.cx.call_method(&input, "Read", Vec::new())
}

fn read_line(call: &mut Call<'_>) -> Result<Value> {
    let input = input(call)?;
    call.cx.call_method(&input, "ReadLine", Vec::new())
}

fn write(call: &mut Call<'_>) -> Result<Value> {
    let output = output(call)?;
    call.cx.call_method(&output, "Write", call.args.to_vec())?;
    Ok(Value::Void)
}

fn write_line(call: &mut Call<'_>) -> Result<Value> {
    let output = output(call)?;
    call.cx.call_method(&output, "WriteLine", call.args.to_vec())?;
    Ok(Value::Void)
}

fn read_key(_: &mut Call<'_>) -> Result<Value> {
    Err(fault::invalid_operation(
        "Cannot read keys when either application does not have a console or when console input has been redirected. Try Console.Read.",
    ))
}

fn key_available(_: &mut Call<'_>) -> Result<Value> {
    Err(fault::invalid_operation(
        "Cannot see if a key has been pressed when either application does not have a console or when console input has been redirected from a file. Try Console.In.Peek.",
    ))
}

/// What .NET does not do on Unix.
fn unsupported(_: &mut Call<'_>) -> Result<Value> {
    Err(Error::new("System.PlatformNotSupportedException", "Operation is not supported on this platform."))
}

fn ignore(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn yes(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn no(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

fn zero(_: &mut Call<'_>) -> Result<Value> {
    Ok(0.into())
}

fn width(_: &mut Call<'_>) -> Result<Value> {
    Ok(80.into())
}

fn height(_: &mut Call<'_>) -> Result<Value> {
    Ok(24.into())
}

fn cursor_size(_: &mut Call<'_>) -> Result<Value> {
    Ok(100.into())
}

/// A colour that nobody set is none.
fn color(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.ConsoleColor"), -1))
}

fn get_cursor_position(_: &mut Call<'_>) -> Result<Value> {
    Ok(super::value_tuple::tuple_of(vec![0.into(), 0.into()]))
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn what_is_written_goes_to_the_writer_that_script_set() {
        let mut rt = Runtime::new();
        let writer = rt.make("System.IO.StringWriter", &[]).unwrap();
        rt.call_static("System.Console", "WriteLine", &["lost".into()]).unwrap();
        rt.call_static("System.Console", "SetOut", std::slice::from_ref(&writer)).unwrap();
        rt.call_static("System.Console", "WriteLine", &["kept".into()]).unwrap();
        assert_eq!(rt.text(&writer), "kept\n");
    }
}
