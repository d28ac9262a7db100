#!/usr/bin/env bash
# The commands of docs/instructor-guide.md, in a fresh clone of this course in a temporary folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
git clone -q . "$scratch/course"
cd "$scratch/course"

# region: handout
scripts/lab handout 1 --to ../week-1
scripts/lab handout 1 --zip ../week-1.zip
# endregion

# What comes back: a zip, a folder, and a repository, in which nothing was written.
mkdir ../submissions
cp ../week-1.zip ../submissions/ada.zip
cp -r ../week-1 ../submissions/ben
git init -q -b main ../cyd
cp -r ../week-1/. ../cyd
git -C ../cyd add .
git -C ../cyd -c user.name=Cyd -c user.email=cyd@example.org commit -qm "Hand in"

set +e # a grade below the pass mark ends with exit code 1
# region: grade
scripts/lab grade --all ../submissions --weeks 1 --out ../grades
# endregion
# region: grade-some
scripts/lab grade ../submissions/ada.zip ../submissions/ben --weeks 1 --out ../grades
scripts/lab grade ../cyd#main --weeks 1 --out ../grades
# endregion
set -e

starter=week-01-fundamentals/src/main/java/io/kafkamastery/week01/environment/starter/MyClusterTour.java
printf '// mine\n' >>"../submissions/ben/$starter"
cp -r ../submissions/ben ../submissions/dan
# region: lay-out
scripts/lab grade --all ../submissions --weeks 1 --lay-out ../for-jplag
# endregion
# region: similarity
scripts/similarity ../for-jplag
# endregion

cp -r ../submissions/ben ../head
sed -i.before 's/TODO 1.1.a/TODO (later) 1.1.a/' "../head/$starter"
# region: pull-request
scripts/grade-pull-request ../head ../grades
# endregion
