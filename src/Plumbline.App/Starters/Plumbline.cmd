@echo off
rem Opens Plumbline in your browser. Works from a USB stick, without a network and without anything installed.
title Plumbline
"%~dp0plumb-app.exe" %*
if errorlevel 1 pause
