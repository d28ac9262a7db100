@echo off
rem Starts the learner's command on Windows. What it does is written in lab-cli; this finds Java, has that module built
rem when its sources are newer than the last build, and starts it. Elsewhere, scripts/lab does the same.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul

for %%I in ("%~dp0..") do set "root=%%~fI"
set "state=%root%\.lab\launch"
set "prepared="

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo lab: There is no Java in JAVA_HOME or in your PATH. Install a JDK, 17 or newer, and check: java -version>&2
  exit /b 1
)

if not exist "%state%\arguments" goto prepare
set "made_in="
set /p made_in=<"%state%\ready"
if not "%made_in%"=="%root%" goto prepare

:start
"%java%" @"%state%\arguments" "-Dlab.root=%root%" -Dlab.command=scripts\lab -Dlab.terminal=true -Dlab.check=true ^
  io.kafkamastery.cli.Lab %*
set "code=%errorlevel%"
rem 75 is how the program says that its sources have changed since it was built.
if not "%code%"=="75" exit /b %code%

:prepare
if defined prepared (
  echo lab: Preparing did not help. Remove "%state%" and try again.>&2
  exit /b 1
)
set "prepared=yes"
if not exist "%state%" mkdir "%state%" 2>nul
if not exist "%state%" (
  echo lab: Cannot write to "%root%\.lab", where the course keeps your progress. Copy the course to a folder of yours.>&2
  exit /b 1
)
where mvn >nul 2>&1
if errorlevel 1 (
  echo lab: There is no mvn in your PATH. Install Maven, 3.8.6 or newer, and check with: mvn -version>&2
  exit /b 1
)
echo Preparing lab, once after each update (this may take a minute) ...>&2
pushd "%root%"
set "goals=-q -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true package dependency:build-classpath -pl :lab-cli"
set "goals=%goals% -Dmdep.outputFile=target/class-path -Dmdep.includeScope=runtime"
call mvn -o %goals% >nul 2>&1
if errorlevel 1 call mvn %goals%
set "code=%errorlevel%"
popd
if not "%code%"=="0" (
  echo lab: It could not be built; the reason is above.>&2
  exit /b 1
)
for %%J in ("%root%\lab-cli\target\lab-cli-*.jar") do set "jar=%%~fJ"
"%java%" -cp "%jar%" io.kafkamastery.cli.launch.Prepare "%root%" "%java%" "%jar%"
if errorlevel 1 exit /b 1
goto start
