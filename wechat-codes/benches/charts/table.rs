//! The tables that the benchmarks print.

/// A table whose cells are separated by whitespace.
pub(crate) struct Table<'a> {
    columns: Vec<&'a str>,
    lines: Vec<Vec<&'a str>>,
}

impl<'a> Table<'a> {
    /// Finds the table whose header begins with this word and `rows`. The table ends before the
    /// first line with another number of cells.
    pub(crate) fn find(text: &'a str, word: &str) -> Result<Self, String> {
        let mut lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
        let columns = lines
            .find(|line| line.starts_with(&[word, "rows"]))
            .ok_or(format!("there is no table that begins with `{word} rows`"))?;
        let lines = lines.take_while(|line| line.len() == columns.len()).collect();
        Ok(Self { columns, lines })
    }

    /// Returns the figure in a column of the line that has these cells, or `None` if it is a `-`.
    pub(crate) fn figure(
        &self,
        cells: &[(&str, &str)],
        column: &str,
    ) -> Result<Option<f64>, String> {
        let mut wanted = Vec::new();
        for &(column, cell) in cells {
            wanted.push((self.column(column)?, cell));
        }
        let is_wanted = |line: &&Vec<&str>| wanted.iter().all(|&(index, cell)| line[index] == cell);
        let line = self.lines.iter().find(is_wanted);
        let line = line.ok_or(format!("there is no line with {cells:?}"))?;
        match line[self.column(column)?] {
            "-" => Ok(None),
            figure => match figure.parse() {
                Ok(figure) => Ok(Some(figure)),
                Err(_) => Err(format!("`{figure}` in the column `{column}` is no figure")),
            },
        }
    }

    /// Returns the cells of a column. Equal cells in succession count once.
    pub(crate) fn cells(&self, column: &str) -> Result<Vec<&'a str>, String> {
        let index = self.column(column)?;
        let mut cells: Vec<_> = self.lines.iter().map(|line| line[index]).collect();
        cells.dedup();
        Ok(cells)
    }

    fn column(&self, name: &str) -> Result<usize, String> {
        let index = self.columns.iter().position(|&column| column == name);
        index.ok_or(format!("there is no column `{name}` in {:?}", self.columns))
    }
}
