</main>
<footer>${config.site_host?html}</footer>
</body>
</html>
