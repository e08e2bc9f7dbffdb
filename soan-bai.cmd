@echo off
rem Double-click: opens the site and its editor in the browser; this window stays open meanwhile.
call "%~dp0portal.cmd" serve %*
if errorlevel 1 pause
