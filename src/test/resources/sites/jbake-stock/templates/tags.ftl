tag=${tag}
posts:<#list tag_posts as p> ${p.title}</#list>
documents:<#list tagged_documents as p> ${p.title}</#list>
rootpath=${content.rootpath}
