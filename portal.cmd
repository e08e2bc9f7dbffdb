@echo off
rem Runs the portal's command line on Windows. Builds the program first when it is missing or older than its sources.
setlocal enableextensions
chcp 65001 >nul
set "HERE=%~dp0"
set "JAR=%HERE%target\cach-lam-hay.jar"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo Không tìm thấy Java. Hãy cài JDK 17 trở lên rồi mở lại cửa sổ này. 1>&2
  echo ^(Java was not found. Install JDK 17 or newer.^) 1>&2
  exit /b 1
)
set "MAJOR="
for /f "tokens=2 delims==" %%v in ('""%JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr java.specification.version"') do set "MAJOR=%%v"
set "MAJOR=%MAJOR: =%"
if "%MAJOR:~0,2%"=="1." set "MAJOR=%MAJOR:~2%"
if "%MAJOR%"=="" set "MAJOR=0"
if %MAJOR% LSS 17 (
  echo Cần Java 17 trở lên; máy này có Java %MAJOR%. 1>&2
  echo Hãy cài JDK mới hơn hoặc đặt biến JAVA_HOME. 1>&2
  exit /b 1
)

set "BUILD="
if not exist "%JAR%" set "BUILD=1"
if not defined BUILD if exist "%HERE%src\main" (
  for /f %%n in ('powershell -NoProfile -Command "$j=(Get-Item -LiteralPath $env:JAR).LastWriteTime; (Get-ChildItem -Recurse -File -LiteralPath ($env:HERE+'src\main'),($env:HERE+'pom.xml') | Where-Object {$_.LastWriteTime -gt $j} | Measure-Object).Count"') do if not "%%n"=="0" set "BUILD=1"
)
if defined BUILD (
  where mvn >nul 2>&1
  if errorlevel 1 (
    echo Cần Maven để dựng chương trình: https://maven.apache.org 1>&2
    exit /b 1
  )
  echo Đang dựng chương trình ^(chỉ lần đầu hoặc khi mã nguồn đổi^) … 1>&2
  call mvn -B -q -f "%HERE%pom.xml" -Dmaven.test.skip=true package
  if errorlevel 1 (
    echo Không dựng được chương trình; lỗi ở trên. 1>&2
    exit /b 1
  )
  powershell -NoProfile -Command "(Get-Item -LiteralPath $env:JAR).LastWriteTime = Get-Date"
)

set "MEMORY="
if defined PORTAL_MEMORY set "MEMORY=-Xmx%PORTAL_MEMORY%"
"%JAVA%" -Dfile.encoding=UTF-8 -Djava.awt.headless=true -Djdk.console=java.base -XX:+UseParallelGC %MEMORY% -cp "%JAR%;%HERE%lib\*" vn.cachlamhay.cli.Portal %*
exit /b %ERRORLEVEL%
