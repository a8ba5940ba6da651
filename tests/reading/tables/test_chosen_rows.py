"""Rows chosen with `only`."""

LONG = "organisation: City\nindicator: {constant: schools}\nperiod: Year\nvalue: Value\nmarks: ['*']\n"
TABLE = (
    "Level,City,Year,Value\nNational,All,2024,50\nCity*,East,2024,12\nSchool,No. 5,2024,x\nCity,West,2024,7\n"
)


def test_only_the_rows_with_one_of_the_texts_are_read(observed):
    found = observed(LONG + "only: {Level: [City, National], City: [East, West, All]}\n", TABLE)
    assert [(who, cell) for who, *_, cell in found] == [
        ("All", "table.csv:2:4"),
        ("East", "table.csv:3:4"),
        ("West", "table.csv:5:4"),
    ]


def test_a_text_that_no_row_has_and_a_column_that_is_not_there_are_said(refused):
    assert refused(LONG + "only: {Level: [City, Natoinal]}\n", TABLE) == [
        "described.yaml:9:5: no row has 'Natoinal' in the column 'Level'; correct 'only' in the description"
    ]
    (said,) = refused(LONG + "only: {Levle: City}\n", TABLE)
    assert said.startswith("described.yaml:9:5: the table has no column 'Levle'; did you mean 'Level'?")


def test_a_text_may_stand_in_one_of_several_files(described, tmp_path):
    from edureport.reading.load import load_all

    path = described(LONG + "only: {Level: [City, National]}\n", TABLE, "q1.csv")
    (tmp_path / "q2.csv").write_text("Level,City,Year,Value\nCity,East,2025,13\n")
    path.write_text(path.read_text().replace("file: q1.csv", "file: 'q*.csv'"))
    assert len(load_all([str(path)])) == 4


def test_a_pattern_chooses_and_must_fit_some_row(observed, refused):
    assert len(observed(LONG + "only: {Level: ['*i*']}\n", TABLE.replace(",x", ",4"))) == 3
    (said,) = refused(LONG + "only: {Level: ['Cit*', 'Reg*']}\n", TABLE)
    assert "no row has 'Reg*' in the column 'Level'" in said
