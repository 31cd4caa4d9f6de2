//! Rows as JSON for other languages to read: the names and the order of the fields are stable.

use serde_core::ser::{Serialize, SerializeStruct, Serializer};
use wechat_codes::Remedy;

use crate::lang::Lang;
use crate::reply::Reply;
use crate::table::{Entry, Row, Table};

/// A row of one table, as `list` shows it.
pub(crate) struct Listed {
    pub(crate) row: Row,
    pub(crate) table: Table,
}

impl Serialize for Listed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Listed", 6)?;
        row_fields::<S>(&mut object, &self.row)?;
        object.serialize_field("table", self.table.name())?;
        object.end()
    }
}

/// What is known about a code. The first six fields are those of `list`.
pub(crate) struct Explained<'a> {
    /// The code, as it is written.
    pub(crate) code: &'a str,
    /// The row and its tables; `None` if no table has the code.
    pub(crate) entry: Option<&'a Entry>,
    /// The product's page about the code.
    pub(crate) page: Option<String>,
    /// The reply that has the code, if a reply is explained.
    pub(crate) reply: Option<&'a Reply>,
    /// The language of the advice.
    pub(crate) lang: Lang,
}

impl Serialize for Explained<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Explained", 11)?;
        let mut tables = Vec::new();
        let mut remedy = None;
        if let Some(entry) = self.entry {
            tables = entry.tables.iter().map(|table| table.name()).collect();
            remedy = entry.row.remedy;
            row_fields::<S>(&mut object, &entry.row)?;
        } else {
            match self.code.parse::<i64>() {
                Ok(code) => object.serialize_field("code", &code)?,
                Err(_) => object.serialize_field("code", self.code)?,
            }
            for key in ["name", "message", "message_zh", "remedy"] {
                object.serialize_field(key, &None::<&str>)?;
            }
        }
        object.serialize_field("table", &tables.first())?;
        object.serialize_field("tables", &tables)?;
        object.serialize_field("advice", &remedy.map(|remedy| self.lang.advice(remedy)))?;
        object.serialize_field("page", &self.page)?;
        object.serialize_field("errmsg", &self.reply.map(|reply| &reply.errmsg))?;
        object.serialize_field("rid", &self.reply.and_then(|reply| reply.rid.as_ref()))?;
        object.end()
    }
}

fn row_fields<S: Serializer>(object: &mut S::SerializeStruct, row: &Row) -> Result<(), S::Error> {
    object.serialize_field("code", &row.code)?;
    object.serialize_field("name", row.name)?;
    object.serialize_field("message", row.message)?;
    object.serialize_field("message_zh", &row.message_zh)?;
    object.serialize_field("remedy", &row.remedy.map(Remedy::name))
}

/// Returns an array with an object a line, so that lines can be searched and compared.
pub(crate) fn array<T: Serialize>(objects: &[T]) -> String {
    let lines: Vec<_> = objects
        .iter()
        .map(|object| serde_json::to_string(object).expect("rows have only text and numbers"))
        .collect();
    if lines.is_empty() { "[]\n".into() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
}
