@echo off
rem Starts Convas on Windows, and builds it on first use.
rem
rem   convas.cmd [FILE]            the editor
rem   convas.cmd count FILE ...    a command without a window; convas.cmd --help lists them
rem   convas.cmd test [ARG ...]    all tests; further arguments go to Maven
rem
rem Limits against the Unix launcher: it builds only when nothing is built yet, so after a change of the sources
rem delete the folder "target"; two first starts at once are not kept apart; and exclamation marks in paths are
rem left alone only because delayed expansion is off.
rem
rem JAVA_HOME, CONVAS_JAVA_OPTS and CONVAS_MAVEN_ARGS mean the same as there.
setlocal enableextensions disabledelayedexpansion

set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"

if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version >nul 2>nul
if errorlevel 1 (
  echo Convas needs a JDK 17 or newer; set JAVA_HOME to one or put java on the PATH. 1>&2
  exit /b 2
)
set "FULL="
for /f "tokens=3" %%v in ('cmd /c ""%JAVA%" -version 2>&1" ^| findstr /c:" version "') do if not defined FULL set "FULL=%%~v"
set "MAJOR=0"
for /f "delims=.-+_" %%m in ("%FULL%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo Convas needs a JDK 17 or newer; the one found is version %FULL%. 1>&2
  exit /b 2
)

if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"

if /i "%~1"=="test" goto test
if not exist "%HERE%\target\convas.stamp" goto build
if not exist "%HERE%\target\classes\convas" goto build
if not exist "%HERE%\target\lib" goto build
goto start

:build
call :maven || exit /b 2
echo Building Convas (first use, about a minute) ... 1>&2
if exist "%HERE%\target\convas.stamp" del "%HERE%\target\convas.stamp"
if not exist "%HERE%\target" mkdir "%HERE%\target"
pushd "%HERE%"
rem A folder of jars instead of a list: a class path of this length does not fit into a line of cmd.
call mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true %CONVAS_MAVEN_ARGS% compile dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=target\lib >target\convas-build.log 2>&1
set "STATUS=%ERRORLEVEL%"
popd
if not "%STATUS%"=="0" (
  type "%HERE%\target\convas-build.log" 1>&2
  echo Convas could not be built; Maven's messages are above. 1>&2
  exit /b 2
)
echo built>"%HERE%\target\convas.stamp"

:start
set "OPTIONS=-Dfile.encoding=UTF-8 -Xshare:auto"
for %%c in (count check presets modules help --help -h --version -V) do if "%~1"=="%%c" set "OPTIONS=%OPTIONS% -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if %MAJOR% GEQ 22 set "OPTIONS=%OPTIONS% --enable-native-access=ALL-UNNAMED"
if %MAJOR% GEQ 24 if %MAJOR% LEQ 25 set "OPTIONS=%OPTIONS% --sun-misc-unsafe-memory-access=allow"
"%JAVA%" "-Dconvas.home=%HERE%" %OPTIONS% %CONVAS_JAVA_OPTS% -cp "%HERE%\target\classes;%HERE%\target\lib\*" convas.app.Main %*
exit /b %ERRORLEVEL%

:test
call :maven || exit /b 2
set "REST="
for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"
pushd "%HERE%"
call mvn -B -ntp %CONVAS_MAVEN_ARGS% test %REST%
set "STATUS=%ERRORLEVEL%"
popd
exit /b %STATUS%

:maven
where mvn >nul 2>nul
if errorlevel 1 (
  echo Convas builds itself with Maven 3.8 or newer, and there is no mvn on the PATH. 1>&2
  exit /b 1
)
exit /b 0
