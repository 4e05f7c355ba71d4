//! -OutVariable, -ErrorVariable, -WarningVariable and -InformationVariable: what goes through a stream of a call is
//! also kept in a list.

use super::sinks::Out;
use crate::command::Invocation;
use crate::runspace::Runspace;
use pwsh_value::payload::List;
use pwsh_value::{Name, Obj, PsString, Value};

impl Runspace {
    /// Puts the lists that a call's common parameters name before its streams. Gives what has to be freed after
    /// the call. A name with `+` before it goes on with the list that is there.
    pub(crate) fn tee_streams(&mut self, call: &mut Invocation) -> Vec<Out> {
        let common = &call.preferences;
        let variables = [
            common.out_variable.clone(),
            common.error_variable.clone(),
            common.warning_variable.clone(),
            common.information_variable.clone(),
        ];
        if variables.iter().all(Option::is_none) {
            return Vec::new();
        }
        let streams = &mut call.streams;
        let places =
            [&mut streams.output, &mut streams.error, &mut streams.warning, &mut streams.information];
        let mut made = Vec::new();
        for (at, (variable, place)) in variables.into_iter().zip(places).enumerate() {
            let Some((name, append)) = variable else { continue };
            let list = self.list_variable(&name, append);
            // Records that were merged into the output are no errors there.
            let to = if at == 0 && *place == Out::Top { Out::TopOutput } else { *place };
            let tee = self.sinks.tee(to, list);
            *place = tee;
            made.push(tee);
        }
        made
    }

    fn list_variable(&mut self, name: &PsString, append: bool) -> Obj {
        let name = Name::intern(&name.to_str());
        if append
            && let Value::Object(list) = self.lookup(name)
            && list.get::<List>().is_some()
        {
            return list;
        }
        let list = Obj::new(pwsh_value::ty::known().array_list.clone(), List::of_values(Vec::new()));
        self.set_in(self.cur.scope, name, Value::Object(list.clone()));
        list
    }

    /// Frees what [`tee_streams`](Self::tee_streams) made.
    pub(crate) fn free_tees(&mut self, tees: Vec<Out>) {
        tees.into_iter().for_each(|tee| self.sinks.free_tee(tee));
    }

    /// Where a value goes that is written to `out`, noted in the lists on the way.
    #[inline]
    pub(crate) fn past_tees(&mut self, mut out: Out, value: &Value) -> Out {
        while let Out::Tee(id) = out {
            let Some((to, list)) = self.sinks.tee_of(id) else { return Out::Discard };
            if let Some(list) = list.get::<List>() {
                list.push(value.clone());
            }
            out = to;
        }
        out
    }
}
