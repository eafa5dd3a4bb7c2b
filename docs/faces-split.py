"""Splits a zip of labelled faces: every fifth row of labels.csv to NAME-test.zip, the others to NAME-fit.zip. Usage: faces-split.py FACES.zip FOLDER"""
import csv, io, os, sys, zipfile

source, folder = sys.argv[1:3]
name = os.path.splitext(os.path.basename(source))[0]
with zipfile.ZipFile(source) as archive:
    rows = list(csv.reader(io.TextIOWrapper(archive.open("labels.csv"), "utf-8-sig", newline="")))
    for part, chosen in ("fit", [r for i, r in enumerate(rows[1:]) if i % 5]), ("test", rows[1::5]):
        with zipfile.ZipFile(os.path.join(folder, f"{name}-{part}.zip"), "w") as target:
            text = io.StringIO()
            csv.writer(text, lineterminator="\n").writerows([rows[0], *chosen])
            target.writestr(zipfile.ZipInfo("labels.csv"), text.getvalue())
            for file in (row[rows[0].index("file")] for row in chosen):
                target.writestr(zipfile.ZipInfo(f"images/{file}"), archive.read(f"images/{file}"))
