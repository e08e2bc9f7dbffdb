</main>
<footer>${config.site_host?html} ${config.my_key?html} ${data.get("nhom.yaml").ten?html}</footer>
</body>
</html>
