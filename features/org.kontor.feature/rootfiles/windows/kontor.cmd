@echo off
rem Starts Kontor from the folder it was unpacked to. Arguments go to the application.
rem Java's own arguments stand in kontor.args beside this script and, for one user, in %APPDATA%\Kontor\kontor.args.
setlocal EnableExtensions DisableDelayedExpansion
set "KONTOR_HOME=%~dp0"
set "KONTOR_HOME=%KONTOR_HOME:~0,-1%"
set "KONTOR_DATA=%LOCALAPPDATA%\Kontor"
set "KONTOR_JAVA="
set "KONTOR_APPLICATION="
if /i "%~1"=="plugins" set "KONTOR_APPLICATION=-nosplash -application org.kontor.plugins.headless"

rem --data DIR is needed here too: Equinox keeps its own small files in it. Demo and real data never share one.
set "KONTOR_PLACE=agency"
set "KONTOR_EXPECT="
for %%A in (%*) do call :argument %%A

call :try "%KONTOR_HOME%\jre"
if not defined KONTOR_JAVA call :try "%JAVA_HOME%"
if not defined KONTOR_JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Eclipse Adoptium\jre-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*") do call :try "%%~D"
if not defined KONTOR_JAVA for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
if not defined KONTOR_JAVA (
    echo Kontor needs Java 25 or later and found none in JAVA_HOME, under "%ProgramFiles%" or on the path.
    echo Install one, for example Eclipse Temurin 25, or set JAVA_HOME to where one is.
    exit /b 1
)

set "KONTOR_LAUNCHER="
for %%L in ("%KONTOR_HOME%\plugins\org.eclipse.equinox.launcher_*.jar") do set "KONTOR_LAUNCHER=%%~fL"
if not defined KONTOR_LAUNCHER (
    echo "%KONTOR_HOME%\plugins" holds no org.eclipse.equinox.launcher; unpack the archive again.
    exit /b 1
)
set "KONTOR_OWN="
if exist "%APPDATA%\Kontor\kontor.args" set KONTOR_OWN="@%APPDATA%\Kontor\kontor.args"
if not exist "%KONTOR_DATA%" mkdir "%KONTOR_DATA%"

if defined KONTOR_APPLICATION goto plugins

rem Exit code 23 asks for another start, after a plug-in was installed, updated or rolled back.
:start
"%KONTOR_JAVA%\bin\java.exe" "@%KONTOR_HOME%\kontor.args" %KONTOR_OWN% -jar "%KONTOR_LAUNCHER%" -data "%KONTOR_DATA%\%KONTOR_PLACE%\workbench" %* --data "%KONTOR_DATA%"
if %ERRORLEVEL% equ 23 goto start
exit /b %ERRORLEVEL%

rem Without a window: on its own small folder, since a window may be open.
:plugins
"%KONTOR_JAVA%\bin\java.exe" "@%KONTOR_HOME%\kontor.args" %KONTOR_OWN% -jar "%KONTOR_LAUNCHER%" %KONTOR_APPLICATION% -data "%KONTOR_DATA%\%KONTOR_PLACE%\plugins" %* --data "%KONTOR_DATA%"
exit /b %ERRORLEVEL%

:argument
if "%KONTOR_EXPECT%"=="--data" set "KONTOR_DATA=%~1"
if "%~1"=="--demo" set "KONTOR_PLACE=demo"
set "KONTOR_EXPECT=%~1"
goto :eof

rem Takes the Java home %1 if its release file names version 25 or later.
:try
if defined KONTOR_JAVA goto :eof
if not exist "%~1\bin\java.exe" goto :eof
if not exist "%~1\release" goto :eof
for /f tokens^=2^ delims^=^" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    for /f "delims=.+-" %%M in ("%%V") do if %%M geq 25 set "KONTOR_JAVA=%~1"
)
goto :eof
